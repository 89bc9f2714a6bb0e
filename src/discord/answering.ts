import type { Answer, AskOptions, Caption, CaptionStyle } from '../answer.ts';
import { namesNothing } from '../captions/names-nothing.ts';
import { asOneOfPictures, OneOfPicturesError } from '../images/one-of-pictures.ts';
import { answerButtons } from './answer-buttons.ts';
import { type AnswerRecord, keepAnswer, type Weighed, weighedAs } from './answer-record.ts';
import { chartFiles } from './chart-files.ts';
import type { Chosen } from './choose-picture.ts';
import type { Context, ReplyPayload } from './command.ts';
import type { FoundPicture } from './find-picture.ts';
import { renderAnswer } from './render-answer.ts';
import { renderAltText, renderCaption } from './render-caption.ts';
import { renderMatch, renderRanking } from './render-ranking.ts';
import { repost } from './repost.ts';
import { ToldError } from './told-error.ts';
import type { Words } from './words/en.ts';

/** How something is asked. */
export interface Manner extends AskOptions {
  /** Only the asker sees the answer. */
  readonly private: boolean;
  /** Quoted where the reply does not stand below the question. */
  readonly question: 'quoted' | 'above';
  /** The largest file in bytes that the reply may bring, for pictures that nobody else sees; undefined to bring none. */
  readonly repostUpTo?: number | undefined;
}

/** Answers a question about the pictures that were chosen, and keeps a record for what is asked of the answer later. */
export async function answerAbout(
  chosen: Chosen,
  question: string,
  context: Context,
  manner: Manner,
): Promise<ReplyPayload> {
  const { words, settings, memory, askerId } = context;
  const glimpse = await context.glimpse();
  const {
    seen,
    files,
    results: answers,
  } = await lookAtEach(chosen, context, (file) => glimpse.ask(file, question, { choices: manner.choices }));
  memory.questions.remember(askerId, question);
  const result = answers.map(weighedFor);
  const charts = await chartsBelow({ result, pictures: seen.pictures }, context);
  const style = settings.style === 'chart' && charts.length === 0 ? 'bars' : settings.style;
  return {
    content: renderAnswer(answers, seen, { question: manner.question, settings: { ...settings, style }, words }),
    files: [...(await repost(files, seen, manner.repostUpTo, (_, at) => altText(answers[at], words))), ...charts],
    ...kept({ kind: 'ask', question, result }, seen, context, manner),
  };
}

/** Rows of a chart below an answer: as many as there would be bars. */
const CHARTED = 5;

/** The charts that take the place of bars, under the same conditions: of one picture, and a familiar one. */
async function chartsBelow(
  weighed: Parameters<typeof chartFiles>[0],
  context: Context,
): Promise<Awaited<ReturnType<typeof chartFiles>>> {
  const familiar = weighed.result.flat().every((part) => part.familiar);
  if (context.settings.style !== 'chart' || weighed.result.length > 1 || !familiar) return [];
  return chartFiles(weighed, context, CHARTED);
}

/**
 * Describes the pictures that were chosen, and keeps a record for what is asked of the captions later. `unasked`: throws
 * a UserError (`no-picture`) where there is nothing to say, which only those who asked would want to hear.
 */
export async function captionOf(
  chosen: Chosen,
  context: Context,
  manner: Omit<Manner, 'question'> & { readonly unasked?: true; readonly style?: CaptionStyle },
): Promise<ReplyPayload> {
  const { words } = context;
  const { style = 'short' } = manner;
  const { seen, files, captions } = await describe(chosen, context, style);
  if (manner.unasked && !captions.some(saysSomething)) {
    throw new ToldError('no-picture', ({ answer }) => answer.cantTellAtAll);
  }
  const result = captions.map(({ candidates, familiar }) => {
    const sentences = candidates.map(({ caption, score }) => ({ answer: caption, prompt: caption, score }));
    return [weighedAs('', familiar, sentences)];
  });
  return {
    content: (style === 'alt-text' ? renderAltText : renderCaption)(captions, seen, words),
    files: await repost(files, seen, manner.repostUpTo, (_, at) => altText(captions[at], words)),
    ...kept({ kind: 'caption', question: '', result }, seen, context, manner),
  };
}

/** Describes the pictures in words to be copied as their alternative text. */
export async function altTextOf(chosen: Chosen, context: Context): Promise<ReplyPayload> {
  const { seen, captions } = await describe(chosen, context, 'alt-text');
  return { content: renderAltText(captions, seen, context.words) };
}

/** Ranks texts by how well they fit the first picture that was chosen. */
export async function rankingOf(
  chosen: Chosen,
  texts: readonly string[],
  context: Context,
  manner: Omit<Manner, 'question'>,
): Promise<ReplyPayload> {
  const glimpse = await context.glimpse();
  const first = { ...chosen, pictures: chosen.pictures.slice(0, 1) };
  const files = await load(first, context);
  const [file] = files;
  if (!file) throw new Error('no picture was chosen');
  const ranked = await glimpse.rank(file, texts);
  return {
    content: renderRanking(ranked, first, context.words),
    // The text that fits best may be the best of a bad lot: a caption is what the picture shows.
    files: await repost(files, first, manner.repostUpTo, async (shown) =>
      altText(await glimpse.caption(shown), context.words),
    ),
    ...kept({ kind: 'rank', question: '', result: [] }, first, context, manner),
  };
}

/** Finds which of the pictures that were chosen fits a text best. Its reply brings the best one. */
export async function matchOf(
  chosen: Chosen,
  text: string,
  context: Context,
  manner: Omit<Manner, 'question'>,
): Promise<ReplyPayload> {
  const glimpse = await context.glimpse();
  const files = await load(chosen, context);
  const matched = await glimpse.match(text, files);
  context.vitals.note(matched.milliseconds);
  const best = matched.ranking[0]?.index ?? 0;
  const only = { ...chosen, pictures: chosen.pictures.slice(best, best + 1), of: 1 };
  const shown = files.slice(best, best + 1);
  return {
    content: renderMatch(matched, chosen, context.words),
    files: await repost(shown, only, manner.repostUpTo, async (file) =>
      altText(await glimpse.caption(file), context.words),
    ),
    ...kept({ kind: 'match', question: '', result: [] }, only, context, manner),
  };
}

/** The record of an answer and the buttons that go with it. */
function kept(
  answer: Pick<AnswerRecord, 'kind' | 'question' | 'result'>,
  chosen: Chosen,
  context: Context,
  manner: Pick<Manner, 'private'>,
): Pick<ReplyPayload, 'record' | 'components'> {
  const id = keepAnswer(answer, chosen, context, manner);
  return { record: id, components: answerButtons({ ...answer, id }, context, manner) };
}

async function describe(
  chosen: Chosen,
  context: Context,
  style: CaptionStyle,
): Promise<Pick<Looked<Caption>, 'seen' | 'files'> & { readonly captions: readonly Caption[] }> {
  const glimpse = await context.glimpse();
  const { results: captions, ...looked } = await lookAtEach(chosen, context, (file) =>
    glimpse.caption(file, { style }),
  );
  return { ...looked, captions };
}

/** What came of looking at several pictures. */
interface Looked<R> {
  /** The pictures that could be looked at, and of the others why not. */
  readonly seen: Chosen;
  /** Their bytes, and what the work on each gave. */
  readonly files: readonly Uint8Array[];
  readonly results: readonly R[];
}

/**
 * Does something with each picture, one after another: the vision process takes one at a time anyway, and another
 * person's may go between. What is wrong with one of several does not cost the others their answer.
 */
async function lookAtEach<R extends { readonly milliseconds: number }>(
  chosen: Chosen,
  context: Context,
  work: (file: Uint8Array) => Promise<R>,
): Promise<Looked<R>> {
  const of = chosen.pictures.length;
  const loads = chosen.pictures.map((picture) => ({ picture, loading: context.load(picture) }));
  // Each is waited for in its turn; until then a failure is no bug.
  for (const { loading } of loads) loading.catch(() => undefined);
  const seen: { picture: FoundPicture; file: Uint8Array; result: R }[] = [];
  const failed: { picture: FoundPicture; failure: OneOfPicturesError }[] = [];
  for (const [at, { picture, loading }] of loads.entries()) {
    try {
      const file = await about(at, of, loading);
      const result = await about(at, of, work(file));
      context.vitals.note(result.milliseconds);
      seen.push({ picture, file, result });
    } catch (failure) {
      if (!(failure instanceof OneOfPicturesError)) throw failure;
      failed.push({ picture, failure });
    }
  }
  if (failed[0] && seen.length === 0) throw failed[0].failure;
  return {
    seen: {
      ...chosen,
      pictures: seen.map(({ picture }) => picture),
      of: chosen.of - failed.length,
      unread: failed.map(({ picture, failure }) => ({ picture, why: failure.failure })),
    },
    files: seen.map(({ file }) => file),
    results: seen.map(({ result }) => result),
  };
}

/** The pictures' bytes. What is wrong with one of several says with which. */
function load({ pictures }: Chosen, context: Context): Promise<readonly Uint8Array[]> {
  return Promise.all(pictures.map((picture, at) => about(at, pictures.length, context.load(picture))));
}

const about = <R>(at: number, of: number, work: Promise<R>): Promise<R> => (of > 1 ? asOneOfPictures(at, work) : work);

const saysSomething = ({ caption, familiar }: Caption): boolean => familiar && !namesNothing(caption);

/** The caption of a picture; of one that the model can't name anything in, that it can't be described. */
const altText = (described: Pick<Caption, 'caption' | 'familiar'> | undefined, { answer }: Words): string =>
  described?.familiar && !namesNothing(described.caption) ? described.caption : answer.noDescription;

/** What "Why?" shows of an answer: of each question, what was compared. */
function weighedFor(answer: Answer): readonly Weighed[] {
  return [answer, ...(answer.second ? [answer.second] : [])].map(({ question, familiar, candidates }) =>
    weighedAs(question, familiar, candidates),
  );
}
