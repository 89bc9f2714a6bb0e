import { open } from 'node:fs/promises';
import { fetchPicture } from '../images/fetch-picture.ts';
import { MAX_PICTURE_BYTES } from '../images/picture-limits.ts';
import { UserError } from '../user-error.ts';

/**
 * The bytes of the picture that a person named on the command line: a file, an http(s) address, or `-` for standard
 * input. Reads at most the cap and a byte, whatever the file's size. Throws a UserError that says what is wrong.
 */
export async function readPicture(image: string): Promise<Uint8Array> {
  if (/^https?:\/\//i.test(image)) return fetchPicture(image, { origins: 'any' });
  return image === '-' ? readCapped(process.stdin, 'standard input') : readFile(image);
}

async function readFile(path: string): Promise<Uint8Array> {
  const file = await open(path).catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === 'ENOENT' ? 'There is no such file' : `It can't be opened (${cause.code})`;
    throw new UserError('picture-unavailable', `${why}: ${path}. Name a picture file, an http(s) address, or -.`, {
      cause,
    });
  });
  try {
    if ((await file.stat()).isDirectory()) {
      throw new UserError('picture-unavailable', `${path} is a folder. Name one picture in it.`);
    }
    return await readCapped(file.createReadStream({ autoClose: false }), path);
  } finally {
    await file.close();
  }
}

async function readCapped(stream: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > MAX_PICTURE_BYTES) {
      const most = MAX_PICTURE_BYTES / 1024 ** 2;
      throw new UserError(
        'picture-too-large',
        `${name} is larger than ${most} MiB. Make the picture smaller and try again.`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
