import { open } from 'node:fs/promises';
import { pictureTooLarge } from '../images/check-picture.ts';
import { fetchPicture } from '../images/fetch-picture.ts';
import { MAX_PICTURE_BYTES } from '../images/picture-limits.ts';
import { UserError } from '../user-error.ts';

/**
 * The bytes of the picture that a person named on the command line: a file, an http(s) address, or `-` for standard
 * input. Reads at most the cap and a byte, whatever the file's size. Throws a UserError that says what is wrong.
 */
export async function readPicture(image: string): Promise<Uint8Array> {
  if (/^https?:\/\//i.test(image)) return fetchPicture(image, { origins: 'any' });
  return image === '-' ? readCapped(process.stdin) : readPictureFile(image);
}

/** The bytes of a picture in a file, read as `readPicture` does. */
export async function readPictureFile(path: string): Promise<Uint8Array> {
  const file = await open(path).catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === 'ENOENT' ? 'There is no such file' : `It can't be opened (${cause.code})`;
    throw new UserError('picture-unavailable', `${why}: ${path}. Name a PNG, JPEG, WebP or GIF file.`, { cause });
  });
  try {
    if ((await file.stat()).isDirectory()) {
      throw new UserError('picture-unavailable', `${path} is a folder. Name one picture in it.`);
    }
    return await readCapped(file.createReadStream({ autoClose: false }));
  } finally {
    await file.close();
  }
}

async function readCapped(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > MAX_PICTURE_BYTES) throw pictureTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
