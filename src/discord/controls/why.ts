import { percent } from '../../chart.ts';
import { BUTTON } from '../answer-buttons.ts';
import type { AnswerRecord, Weighed } from '../answer-record.ts';
import type { Control } from '../command.ts';
import { inCodeBlock, inMarkdown } from '../escape.ts';
import { DISCORD } from '../limits.ts';
import { behindSpoiler, pictureName } from '../reply-parts.ts';
import type { Words } from '../words/en.ts';
import { recorded } from './recorded.ts';

/** "Why?" under an answer: all that was weighed, with the sentences that were compared, to whoever asks. */
export const why: Control = {
  id: BUTTON.why,
  answers: 'with a reply',
  free: true,
  defer: 'ephemeral',
  execute: async ({ customId }, context) => ({ content: renderWhy(recorded(customId, context), context.words) }),
};

/** How much of everything the tables show, in characters. */
interface Size {
  readonly question: number;
  readonly name: number;
  readonly answer: number;
  readonly prompt: number;
}

const NARROWEST: Size = { question: 20, name: 12, answer: 12, prompt: 16 };
/** From roomy to narrow. */
const SIZES: readonly Size[] = [
  { question: 100, name: 40, answer: 24, prompt: 70 },
  { question: 40, name: 20, answer: 16, prompt: 36 },
  NARROWEST,
];
/** With fewer rows than this in a table, narrower columns show more. */
const FEW_ROWS = 3;

/** What was weighed for an answer as tables, as long as Discord allows. */
export function renderWhy(
  { kind, result, pictures }: Pick<AnswerRecord, 'kind' | 'result' | 'pictures'>,
  words: Words,
): string {
  const weighed = result.flatMap((parts, at) => parts.map((part) => ({ ...part, at })));
  const compared = weighed.filter(({ rows }) => rows.length > 0);
  if (compared.length === 0) return words.why.nothing;
  const allUnfamiliar = compared.every(({ familiar }) => !familiar);
  const intro = [
    kind === 'caption' ? words.why.comparedCaptions : words.why.compared,
    ...(allUnfamiliar ? [words.answer.unfamiliarRanking] : []),
  ];
  const longest = Math.max(...compared.map(({ rows }) => rows.length));
  const tablesIn = (size: Size): readonly Table[] =>
    compared.map(({ at, question, familiar, rows, of }, number) => {
      const { name = '', spoiler = false, index = at } = pictures[at] ?? {};
      const title = [
        ...(result.length > 1 ? [pictureName({ name }, index + 1, words, size)] : []),
        ...(weighed.length > result.length ? [inMarkdown(question, size.question)] : []),
      ].join(' · ');
      const isFirst = compared[number - 1]?.at !== at;
      const warned = !familiar && !allUnfamiliar && isFirst;
      const above = [...(title === '' ? [] : [title]), ...(warned ? [words.answer.unfamiliarRanking] : [])];
      return { above, spoiler, rows: cellsOf(rows, size), of };
    });
  const build = (tables: readonly Table[], most: number) =>
    [...intro, ...tables.map((table) => drawn(table, most, words))].join('\n');
  for (const size of SIZES) {
    const tables = tablesIn(size);
    for (let most = longest; most >= Math.min(FEW_ROWS, longest); most -= 1) {
      const text = build(tables, most);
      if (text.length <= DISCORD.content) return text;
    }
  }
  return build(tablesIn(NARROWEST), 1);
}

/** What stands on a line of a table; no sentence where all of them are the answers. */
interface Cells {
  readonly share: string;
  readonly answer: string;
  readonly sentence: string;
}

interface Table {
  /** What the table is about. */
  readonly above: readonly string[];
  readonly spoiler: boolean;
  readonly rows: readonly Cells[];
  /** How many rows there are, with those that were not kept. */
  readonly of: number;
}

function cellsOf(rows: Weighed['rows'], size: Size): readonly Cells[] {
  const areSentences = rows.every(({ answer, prompt }) => answer === prompt);
  return rows.map(({ answer, prompt, score }) => ({
    share: percent(score).padStart(5),
    answer: inCodeBlock(answer, areSentences ? size.prompt : size.answer),
    sentence: areSentences ? '' : inCodeBlock(prompt, size.prompt),
  }));
}

/** The first rows: rank, share, answer and sentence in columns. */
function drawn({ above, spoiler, rows, of }: Table, most: number, { why: { more } }: Words): string {
  const shown = rows.slice(0, most);
  const width = Math.max(...shown.map(({ answer }) => answer.length));
  const places = String(shown.length).length;
  const lines = shown.map(({ share, answer, sentence }, at) =>
    `${String(at + 1).padStart(places)}. ${share}  ${answer.padEnd(width)}  ${sentence}`.trimEnd(),
  );
  const left = of - shown.length;
  return behindSpoiler([...above, '```', ...lines, ...(left > 0 ? [more(left)] : []), '```'], { spoiler });
}
