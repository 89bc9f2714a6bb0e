import { InvalidArgumentError } from 'commander';

/** An option's file that a picture is written to. Throws unless it ends in `.png`: nothing else is to be lost to a slip of the hand. */
export function pngFile(file: string): string {
  if (!/\.png$/i.test(file)) throw new InvalidArgumentError('It must end in .png.');
  return file;
}
