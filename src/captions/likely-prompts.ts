import type { TextEncoder } from '../clip/embedding.ts';
import { promptsOf } from '../vqa/likely-prompts.ts';
import { THINGS } from '../vqa/words/things.ts';
import { captionPicture } from './caption-picture.ts';
import { KIND_SLOT, SLOTS } from './slots.ts';

/** So many of the things that can be captioned have their slots' prompts made beforehand; all have their own. */
const THINGS_WITH_SLOTS = 30;

/**
 * The prompts that captions will need, a few lists, what every caption needs first: what may be in a picture and where, then
 * what may be said about each. Pure; `encoder` encodes nothing.
 */
export async function* likelyCaptionPrompts(encoder: TextEncoder): AsyncGenerator<readonly string[]> {
  const told = new Set<string>();
  yield fresh(await promptsOf((recorder) => captionPicture(Float32Array.of(1), recorder), encoder), told);
  for (const { answer } of THINGS.slice(0, THINGS_WITH_SLOTS)) yield fresh(slotPrompts(answer, encoder), told);
}

/** Those that no list before has held. */
function fresh(prompts: readonly string[], told: Set<string>): readonly string[] {
  const found = [...new Set(prompts)].filter((prompt) => !told.has(prompt));
  for (const prompt of found) told.add(prompt);
  return found;
}

function slotPrompts(thing: string, encoder: TextEncoder): readonly string[] {
  return [KIND_SLOT, ...SLOTS].flatMap((slot) => slot.phrases({ things: [{ thing }] }, encoder)?.prompts.flat() ?? []);
}
