import { pictureTooLarge } from '../images/check-picture.ts';
import { fetchPicture } from '../images/fetch-picture.ts';
import { MAX_PICTURE_BYTES } from '../images/picture-limits.ts';
import type { FoundPicture } from './find-picture.ts';

/**
 * Fetches the bytes of a picture that was found in Discord, from the given origins only. A picture that says itself
 * that it is too large is refused before the download. Throws a UserError.
 */
export async function loadPicture({ url, size }: FoundPicture, origins: readonly string[]): Promise<Uint8Array> {
  if (size !== undefined && size > MAX_PICTURE_BYTES) throw pictureTooLarge();
  return fetchPicture(url, { origins });
}
