import type { Answer, AskOptions, Caption, CaptionOptions, Match, Ranking } from './answer.ts';
import { captionPicture } from './captions/caption-picture.ts';
import { QUICK } from './captions/captioning.ts';
import type { Clip } from './clip/clip.ts';
import type { EncodedPicture, SeenPicture } from './clip/embedding.ts';
import { matchPictures, textToMatch } from './clip/match-pictures.ts';
import { distinctTexts, rankTexts } from './clip/rank-texts.ts';
import { asOneOfPictures } from './images/one-of-pictures.ts';
import { ownTurn } from './own-turn.ts';
import { UNFAMILIAR } from './unfamiliar.ts';
import { answerQuestion, checkQuestion } from './vqa/answer-question.ts';
import { splitQuestions } from './vqa/split-questions.ts';
import { boxOn } from './where/box-on.ts';
import { findThing } from './where/find-thing.ts';
import { heatMapOf } from './where/heat-map-of.ts';
import type { DrawnSighting, LegendWords } from './where/sighting.ts';
import { thingToFind } from './where/thing-to-find.ts';

/** Everything Glimpse does with a picture, apart from where the picture came from and where the answer goes. */
export interface Glimpse {
  /** The catalogue id of the checkpoint that answers. */
  readonly model: string;
  /**
   * Answers a question about a picture file's bytes; of several questions in the text, the first two.
   * Throws a UserError for a bad picture, question or choices.
   */
  ask(picture: Uint8Array, question: string, options?: AskOptions): Promise<Answer>;
  /** Describes a picture file's bytes. Throws a UserError for a bad picture. */
  caption(picture: Uint8Array, options?: CaptionOptions): Promise<Caption>;
  /** Ranks 1 to 25 texts by how well they fit the picture. */
  rank(picture: Uint8Array, texts: readonly string[]): Promise<Ranking>;
  /**
   * Ranks 1 to 10 picture files' bytes by how well they fit a text. Throws a UserError; about one of the pictures, a
   * OneOfPicturesError that names it.
   */
  match(text: string, pictures: readonly Uint8Array[]): Promise<Match>;
  /**
   * Looks for a thing in a picture file's bytes, of an animation in its first frame. `legend`: also draws a heat map, with
   * these words in it. Throws a UserError for a bad picture or nothing to look for.
   */
  where(picture: Uint8Array, thing: string, legend?: LegendWords): Promise<DrawnSighting>;
  close(): Promise<void>;
}

/** Puts the parts together around a loaded CLIP. `now` is a clock in milliseconds. */
export function createGlimpse(clip: Clip, now: () => number = performance.now.bind(performance)): Glimpse {
  const timed = async <T extends object>(work: () => Promise<T>) => {
    const start = now();
    const result = await work();
    return { ...result, model: clip.model, milliseconds: Math.round(now() - start) };
  };
  return {
    model: clip.model,
    ask: (picture, text, options) =>
      timed(async () => {
        checkQuestion(text, options);
        // Choices belong to one question.
        const questions = options?.choices ? [text] : splitQuestions(text);
        const encoded = await clip.encodePicture(picture);
        const seen: SeenPicture = {
          embedding: encoded.embedding,
          look: async (region) => (await clip.encodePicture(picture, region)).embedding,
          lookOn: async ({ thing, surface }) => {
            const { sighting } = await findThing(
              thing,
              { whole: encoded, crops: await clip.encodeCrops(picture) },
              clip,
            );
            const box = sighting.box && boxOn(sighting.box, sighting.picture, surface);
            return box && (await clip.encodePicture(picture, box)).embedding;
          },
        };
        const answer = (question: string) =>
          timed(async () => {
            await ownTurn();
            const given = await answerQuestion(question, seen, clip, options);
            return { question, ...given, sure: given.sure && encoded.familiar, familiar: encoded.familiar };
          });
        const first = await answer(questions[0] ?? text);
        const second = questions[1] === undefined ? undefined : await answer(questions[1]);
        await ownTurn();
        const { caption } = await describe(encoded, { captioning: QUICK });
        return { ...first, ...(second && { second }), caption };
      }),
    caption: (picture, options) =>
      timed(async () => {
        const encoded = await clip.encodePicture(picture);
        await ownTurn();
        return describe(encoded, options);
      }),
    rank: async (picture, texts) => {
      const distinct = distinctTexts(texts);
      const { embedding, familiar } = await clip.encodePicture(picture);
      return { ranking: await rankTexts(distinct, embedding, clip), familiar, model: clip.model };
    },
    match: (raw, pictures) =>
      timed(async () => {
        const text = textToMatch(raw, pictures.length);
        const encoded: EncodedPicture[] = [];
        // One after the other, so that ten pictures take no more room in the queue than one.
        for (const [index, picture] of pictures.entries())
          encoded.push(await asOneOfPictures(index, clip.encodePicture(picture)));
        const embeddings = encoded.map(({ embedding }) => embedding);
        const familiar = encoded.every((picture) => picture.familiar);
        return { text, ranking: await matchPictures(text, embeddings, clip), familiar };
      }),
    where: (picture, asked, legend) =>
      timed(async () => {
        const thing = thingToFind(asked);
        const whole = await clip.encodePicture(picture);
        const found = await findThing(thing, { whole, crops: await clip.encodeCrops(picture) }, clip);
        const means = found.sighting.outcome === 'found' || found.sighting.outcome === 'absent';
        if (!legend || !means) return found.sighting;
        return {
          ...found.sighting,
          drawing: await clip.drawHeatMap(picture, await heatMapOf(found, legend)),
        };
      }),
    close: () => clip.close(),
  };

  /** Whoever shows the caption alone, as alternative text say, must not pass on a guess. */
  async function describe({ embedding, familiar }: EncodedPicture, options?: CaptionOptions) {
    const { caption, parts, tags, candidates } = await captionPicture(embedding, clip, options);
    const claimed = familiar ? { caption, parts } : { caption: UNFAMILIAR, parts: { things: [] } };
    return { ...claimed, ...(tags && { tags: familiar ? tags : [] }), familiar, candidates };
  }
}
