import type { TextEncoder } from './clip/embedding.ts';
import { type OpenClipOptions, openClip } from './clip/open-clip.ts';
import type { Config } from './config.ts';
import type { Glimpse } from './glimpse.ts';

/** Who is told of a download and of trouble, and whether to prepare for many questions. */
export interface OpenGlimpseOptions extends OpenClipOptions {
  /**
   * Whether the prompts that answers will need are encoded while nobody asks, so that the first question is as quick as
   * those after it. For a bot; whoever asks once need not.
   */
  readonly warmUp?: boolean;
}

/**
 * Loads the checkpoint that the settings name and puts Glimpse together around it.
 * Throws a UserError (`model-unavailable`) where it can't be had.
 */
export async function openGlimpse(config: Config, { warmUp, ...options }: OpenGlimpseOptions = {}): Promise<Glimpse> {
  // What answers is loaded while the vision process starts, on another core where there is one.
  const [clip, { createGlimpse }] = await Promise.all([openClip(config, options), import('./glimpse.ts')]);
  // It ends with the Clip, and is nobody's to wait for.
  if (warmUp) void clip.encodeBeforehand(likelyPrompts(clip));
  return createGlimpse(clip);
}

/**
 * Every answer has a caption, so those come first; by turns with questions, the first of which makes the word tables be read,
 * too, while nobody waits.
 */
async function* likelyPrompts(encoder: TextEncoder): AsyncGenerator<readonly string[]> {
  const { likelyCaptionPrompts } = await import('./captions/likely-prompts.ts');
  const { likelyQuestionPrompts } = await import('./vqa/likely-prompts.ts');
  const sources = new Set([likelyCaptionPrompts(encoder), likelyQuestionPrompts(encoder)]);
  while (sources.size > 0) {
    for (const source of sources) {
      const { done, value } = await source.next();
      if (done) sources.delete(source);
      else yield value;
    }
  }
}
