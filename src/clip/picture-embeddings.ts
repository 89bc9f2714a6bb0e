import { webcrypto } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { checkPicture } from '../images/check-picture.ts';
import type { Clip } from './clip.ts';
import type { EncodedCrops, EncodedPicture } from './embedding.ts';
import type { VisionClient } from './vision-client.ts';

/**
 * How many pictures' embeddings are kept, so that a picture that people talk about is encoded once: 2 MB at 512 dimensions. The
 * pictures themselves are not kept.
 */
const KEPT = 1000;
/** Of how many pictures the crops' embeddings are kept, for further things that are looked for: 8 MB at 512 dimensions. */
const CROPS_KEPT = 100;

/** What is done with a stranger's picture. */
export type PictureWork = Pick<Clip, 'encodePicture' | 'encodeCrops' | 'drawHeatMap'>;

/**
 * Encodes pictures, regions of them and crops of them, each content once: the same file asked about again, or by many at
 * the same time, costs a look-up. Heat maps are drawn each time. Throws what `Clip.encodePicture` throws; what is plainly
 * no picture is refused before it costs the vision process anything.
 */
export function createPictureEmbeddings(
  client: Pick<VisionClient, 'encodePicture' | 'encodeCrops' | 'drawHeatMap'>,
): PictureWork {
  const pictures = createKeeper<EncodedPicture>(KEPT);
  const crops = createKeeper<EncodedCrops>(CROPS_KEPT);
  return {
    encodePicture: async (file, region) => {
      const hash = await checkedHash(file);
      return pictures(region ? `${hash} ${JSON.stringify(region)}` : hash, () =>
        client.encodePicture(file, hash, region),
      );
    },
    encodeCrops: async (file) => {
      const hash = await checkedHash(file);
      return crops(hash, () => client.encodeCrops(file, hash));
    },
    drawHeatMap: async (file, map) => client.drawHeatMap(file, await checkedHash(file), map),
  };
}

/** Gives what is kept or is being made under a key, and else makes it. */
function createKeeper<T extends object>(most: number): (key: string, make: () => Promise<T>) => Promise<T> {
  const kept = new LRUCache<string, T>({ max: most });
  const inFlight = new Map<string, Promise<T>>();
  return async (key, make) => {
    const known = kept.get(key) ?? inFlight.get(key);
    if (known) return known;
    const making = make()
      .then((made) => {
        kept.set(key, made);
        return made;
      })
      .finally(() => inFlight.delete(key));
    inFlight.set(key, making);
    return making;
  };
}

/**
 * The beginning of the SHA-512 in Base64, computed off the event loop's thread: on a 64-bit processor without instructions for
 * SHA-256 it takes 0.65 of the time (docs/speed.md). Throws where the file is no picture.
 */
async function checkedHash(file: Uint8Array): Promise<string> {
  checkPicture(file);
  const digest = await webcrypto.subtle.digest('SHA-512', file as Uint8Array<ArrayBuffer>);
  return Buffer.from(digest, 0, HASH_BYTES).toString('base64');
}

/** 256 bits tell pictures apart as well as 512. */
const HASH_BYTES = 32;
