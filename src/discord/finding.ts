import { AttachmentBuilder } from 'discord.js';
import { isDrawable } from '../charts/picture-text.ts';
import { prepareLetters } from '../charts/prepare-letters.ts';
import type { DrawnSighting, LegendWords } from '../where/sighting.ts';
import { thingToFind } from '../where/thing-to-find.ts';
import { answerButtons } from './answer-buttons.ts';
import { keepAnswer } from './answer-record.ts';
import type { Chosen } from './choose-picture.ts';
import type { Context, ReplyPayload } from './command.ts';
import { DRAWN } from './drawn-files.ts';
import { describeHeatMap, renderWhere } from './render-where.ts';
import { repost } from './repost.ts';
import { EN, type Words } from './words/en.ts';

/** A reply that says and shows where a thing is in the first picture that was chosen, and the bytes of that picture. */
interface Shown {
  readonly payload: Pick<ReplyPayload, 'content'> & { readonly files: readonly AttachmentBuilder[] };
  readonly first: Chosen;
  readonly file: Uint8Array;
}

/** Looks for a thing in the first picture that was chosen; its reply can be asked about further. */
export async function whereOf(
  chosen: Chosen,
  thing: string,
  context: Context,
  manner: { readonly private: boolean; readonly repostUpTo?: number | undefined },
): Promise<ReplyPayload> {
  const { payload, first, file } = await look(chosen, thing, context);
  const glimpse = await context.glimpse();
  const posted = await repost([file], first, manner.repostUpTo, async (picture) => {
    const { caption, familiar } = await glimpse.caption(picture);
    return familiar ? caption : context.words.answer.noDescription;
  });
  const record = { kind: 'where', question: '', result: [] } as const;
  const id = keepAnswer(record, first, context, manner);
  return {
    content: payload.content ?? '',
    files: [...posted, ...payload.files],
    record: id,
    components: answerButtons({ ...record, id }, context, manner),
  };
}

/** The same for somebody who already has an answer about that picture: only words and a heat map. */
export async function whereBelow(chosen: Chosen, thing: string, context: Context): Promise<ReplyPayload> {
  return (await look(chosen, thing, context)).payload;
}

async function look(chosen: Chosen, asked: string, context: Context): Promise<Shown> {
  const { words, mayAttach } = context;
  const thing = thingToFind(asked); // before the picture is fetched
  const first = { ...chosen, pictures: chosen.pictures.slice(0, 1) };
  const [picture] = first.pictures;
  if (!picture) throw new Error('no picture was chosen');
  const glimpse = await context.glimpse();
  const file = await context.load(picture);
  const sighting = await glimpse.where(file, thing, mayAttach ? await legendIn(words) : undefined);
  context.vitals.note(sighting.milliseconds);
  const files = heatMapFile(sighting, words).map((drawn) => drawn.setSpoiler(picture.spoiler));
  return { payload: { content: renderWhere(sighting, first, words), files }, first, file };
}

/** What the font of the project has no letters for is drawn in English. */
async function legendIn({ where }: Words): Promise<LegendWords> {
  await prepareLetters();
  return [where.low, where.high].every(isDrawable) ? { low: where.low, high: where.high } : EN.where;
}

function heatMapFile(sighting: DrawnSighting, words: Words): readonly AttachmentBuilder[] {
  const { drawing } = sighting;
  if (!drawing) return [];
  const description = describeHeatMap(sighting, words);
  return [new AttachmentBuilder(Buffer.from(drawing), { name: DRAWN.where, description })];
}
