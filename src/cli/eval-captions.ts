import type { CaptionStyle } from '../answer.ts';
import type { CaptioningStep } from '../captions/captioning.ts';
import type { Clip } from '../clip/clip.ts';
import { atPlace } from '../evaluation/benchmark.ts';
import { type CaptionedExample, readCaptionBenchmark } from '../evaluation/captions/caption-benchmark.ts';
import { type JudgedCaption, judgeCaption } from '../evaluation/captions/judge-caption.ts';
import { type CaptionBank, nearestCaption, openBank } from '../evaluation/captions/nearest-caption.ts';
import { type CaptionEvaluation, summariseCaptions } from '../evaluation/captions/summarise-captions.ts';
import { createGlimpse } from '../glimpse.ts';
import { withCaptionBar } from './eval-caption-bar.ts';
import { heedingSignals, Interrupted } from './interruption.ts';
import { readPictureFile } from './read-picture.ts';
import { withClip } from './with-glimpse.ts';
import { checkWritable, writeWhole } from './write-whole.ts';

/** What `glimpse eval --captions` takes beside its file. */
export interface EvalCaptionsOptions {
  readonly model?: string | undefined;
  /** Only so many of the file's first pictures. */
  readonly limit?: number | undefined;
  readonly style?: CaptionStyle | undefined;
  /** A file of captions, one a line, to caption the same pictures with by retrieval. */
  readonly bank?: string | undefined;
  /** A file for each caption and what was right about it: JSON Lines of `JudgedCaption`. */
  readonly list?: string | undefined;
  /** Steps of captioning to leave out, to tell what they are worth. */
  readonly without?: readonly CaptioningStep[] | undefined;
}

/**
 * Captions every picture of a caption benchmark (`readCaptionBenchmark`) and says how well. One that can't be captioned, for
 * want of its file say, ends it all: a UserError names the line.
 *
 * Throws an `Interrupted` on SIGINT or SIGTERM, and what `readCaptionBenchmark`, `openBank`, `withClip` and `writeWhole` throw.
 */
export async function evaluateCaptions(file: string, options: EvalCaptionsOptions): Promise<CaptionEvaluation> {
  const { model, limit, list } = options;
  const examples = await readCaptionBenchmark(file, limit);
  if (list !== undefined) await checkWritable(list);
  return withClip(model, async (clip) => {
    const bank = options.bank === undefined ? undefined : await openBank(options.bank, clip);
    const captioned = await heedingSignals((signal) => captionAll(examples, clip, { ...options, bank, signal }));
    const judged = captioned.map((one) => one.judged);
    if (list !== undefined) await writeWhole(list, judged.map((one) => `${JSON.stringify(one)}\n`).join(''));
    const nearest = bank && { bank: bank.sentences.length, captions: captioned.map((one) => one.nearest ?? '') };
    return summariseCaptions(clip.model, judged, nearest);
  });
}

interface CaptionAllOptions extends Pick<EvalCaptionsOptions, 'style' | 'without'> {
  readonly bank: CaptionBank | undefined;
  /** Stops after the picture in hand. */
  readonly signal: AbortSignal;
}

/** A picture's caption, and the one that the bank has for it. */
interface Captioned {
  readonly judged: JudgedCaption;
  readonly nearest: string | undefined;
}

/** One after the other, as the vision process does one job at a time. */
function captionAll(
  examples: readonly CaptionedExample[],
  clip: Clip,
  options: CaptionAllOptions,
): Promise<readonly Captioned[]> {
  const captionOne = captioner(clip, options);
  return withCaptionBar(examples.length, async (onCaptioned) => {
    const captioned: Captioned[] = [];
    for (const example of examples) {
      if (options.signal.aborted)
        throw new Interrupted(options.signal, `Stopped after ${captioned.length} of ${examples.length} pictures.`);
      captioned.push(await captionOne(example));
      onCaptioned();
    }
    return captioned;
  });
}

function captioner(clip: Clip, { style, without = [], bank }: CaptionAllOptions) {
  const glimpse = createGlimpse(clip);
  const captioning = Object.fromEntries(without.map((step) => [step, false]));
  return async (example: CaptionedExample): Promise<Captioned> => {
    try {
      const picture = await readPictureFile(example.picture);
      const judged = judgeCaption(example, await glimpse.caption(picture, { style, captioning }));
      // The picture's embedding is kept from the captioning.
      const nearest = bank && nearestCaption((await clip.encodePicture(picture)).embedding, bank);
      return { judged, nearest };
    } catch (error) {
      throw atPlace(example.place, error);
    }
  };
}
