import { UserError } from '../user-error.ts';
import { MAX_PICTURE_BYTES } from './picture-limits.ts';
import { sniffFormat } from './sniff-format.ts';

const SEND_INSTEAD = 'Send a PNG, JPEG, WebP or GIF.';

/**
 * Refuses, without decoding anything, a file that is no picture Glimpse opens.
 * Throws a UserError (`picture-corrupt` for an empty file, `picture-too-large`, `picture-type`).
 */
export function checkPicture(file: Uint8Array): void {
  if (file.length > MAX_PICTURE_BYTES) throw pictureTooLarge();
  const sniffed = sniffFormat(file);
  switch (sniffed.kind) {
    case 'picture':
      return;
    case 'empty':
      throw new UserError('picture-corrupt', `This file is empty: it holds no picture at all. ${SEND_INSTEAD}`);
    case 'other':
      throw new UserError(
        'picture-type',
        `This is ${sniffed.name}, which I can't open. Send it as PNG, JPEG, WebP or GIF.`,
      );
    case 'unknown':
      throw new UserError('picture-type', `I don't recognise this file as a picture. ${SEND_INSTEAD}`);
  }
}

/** The failure for a file over `MAX_PICTURE_BYTES`. */
export function pictureTooLarge(): UserError {
  const mebibytes = MAX_PICTURE_BYTES / 1024 / 1024;
  return new UserError(
    'picture-too-large',
    `This picture is larger than ${mebibytes} MB, the most I open. Send a smaller or more compressed one.`,
  );
}
