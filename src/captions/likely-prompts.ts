import type { TextEncoder } from '../clip/embedding.ts';
import { promptsOf } from '../vqa/likely-prompts.ts';
import { fillFrames } from '../vqa/prompts.ts';
import { THINGS } from '../vqa/words/things.ts';
import { captionPicture } from './caption-picture.ts';
import type { Scene } from './compose-caption.ts';
import { SLOTS } from './slots.ts';

/** So many of the things that can be captioned have their slots' prompts made beforehand; all have their own. */
const THINGS_WITH_SLOTS = 30;

/**
 * The prompts that captions will need, a few lists, what every caption needs first: what may be in a picture, then what may
 * be said about each. Pure; `encoder` encodes nothing.
 */
export async function* likelyCaptionPrompts(encoder: TextEncoder): AsyncGenerator<readonly string[]> {
  yield promptsOf((recorder) => captionPicture(Float32Array.of(1), recorder), encoder);
  for (const { answer } of THINGS.slice(0, THINGS_WITH_SLOTS)) yield slotPrompts({ thing: answer });
}

function slotPrompts(scene: Scene): readonly string[] {
  return SLOTS.flatMap((slot) => slot.terms(scene).flatMap(({ phrase }) => fillFrames(slot.frames(scene), phrase)));
}
