import { webcrypto } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { checkPicture } from '../images/check-picture.ts';
import type { Region } from '../images/region.ts';
import type { EncodedPicture } from './embedding.ts';
import type { VisionClient } from './vision-client.ts';

/** How many pictures' embeddings are kept: 10 MB at 512 dimensions. The pictures themselves are not. */
const KEPT = 5000;

/**
 * Encodes pictures and regions of them, each content once: the same file asked about again, or by many at the same time, costs a look-up.
 * Throws what `Clip.encodePicture` throws; what is plainly no picture is refused before it costs the vision process
 * anything.
 */
export function createPictureEmbeddings(client: Pick<VisionClient, 'encodePicture'>) {
  const kept = new LRUCache<string, EncodedPicture>({ max: KEPT });
  const inFlight = new Map<string, Promise<EncodedPicture>>();
  return async function encodePicture(file: Uint8Array, region?: Region): Promise<EncodedPicture> {
    checkPicture(file);
    const hash = await contentHash(file);
    const key = region ? `${hash} ${region}` : hash;
    const known = kept.get(key) ?? inFlight.get(key);
    if (known) return known;
    const encoding = client
      .encodePicture(file, hash, region)
      .then((encoded) => {
        kept.set(key, encoded);
        return encoded;
      })
      .finally(() => inFlight.delete(key));
    inFlight.set(key, encoding);
    return encoding;
  };
}

/** SHA-256 in hexadecimal, computed off the event loop's thread. */
async function contentHash(file: Uint8Array): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', file as Uint8Array<ArrayBuffer>)).toString('hex');
}
