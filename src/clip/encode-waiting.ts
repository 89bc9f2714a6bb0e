import type { Precision } from '../../models/catalogue.ts';
import type { EncodedPicture } from './embedding.ts';
import type { PictureEncoder } from './encoders.ts';

/** One picture, as `PictureEncoder.decode` gives it. */
type Frames = readonly Float32Array[];

/**
 * Frames in a batch. A picture in a batch of two takes 0.86 of its time alone with the full CLIP, 0.76 with glimpse-mini; in one of
 * four 0.84 and 0.67; in one of eight 0.82 and 0.68.
 */
const MOST = 4;

/** In other precisions a batch's numbers are scaled together, so that a picture's embedding would depend on its neighbours. */
const EACH_FOR_ITSELF: ReadonlySet<Precision> = new Set(['fp32', 'fp16']);

interface Waiting {
  readonly frames: Frames;
  encoded?: Promise<EncodedPicture>;
}

/**
 * Encodes pictures together with others that wait for it at the same time. The function that it returns takes a picture that is
 * ready; what that returns is called when the picture's turn comes, and encodes it unless another's turn has done so already.
 */
export function createWaitingRoom(
  encodeAll: PictureEncoder['encodeAll'],
  precision: Precision,
): (frames: Frames) => () => Promise<EncodedPicture> {
  const most = EACH_FOR_ITSELF.has(precision) ? MOST : 1;
  const waiting = new Set<Waiting>();
  return (frames) => {
    const own: Waiting = { frames };
    waiting.add(own);
    return () => own.encoded ?? encodeWithOthers(own);
  };

  function encodeWithOthers(first: Waiting): Promise<EncodedPicture> {
    const batch = [first];
    let count = first.frames.length;
    for (const other of waiting) {
      if (other === first || count + other.frames.length > most) continue;
      batch.push(other);
      count += other.frames.length;
    }
    const encoding = encodeAll(batch.map(({ frames }) => frames));
    for (const [at, one] of batch.entries()) {
      waiting.delete(one);
      one.encoded = encoding.then((pictures) => pictures[at] as EncodedPicture);
      // Each hears of a failure when its turn comes.
      one.encoded.catch(() => {});
    }
    return first.encoded as Promise<EncodedPicture>;
  }
}
