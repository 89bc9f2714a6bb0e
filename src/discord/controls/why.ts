import type { Weighing } from '../../answer.ts';
import { percent } from '../../chart.ts';
import { signed } from '../../charts/signed.ts';
import { BUTTON } from '../answer-buttons.ts';
import type { AnswerRecord, Weighed } from '../answer-record.ts';
import { chartFiles } from '../chart-files.ts';
import type { Control } from '../command.ts';
import { inCodeBlock, inMarkdown } from '../escape.ts';
import { DISCORD } from '../limits.ts';
import { behindSpoiler, pictureName } from '../reply-parts.ts';
import type { Words } from '../words/en.ts';
import { recorded } from './recorded.ts';

/** "Why?" under an answer: all that was weighed, with the sentences that were compared, as charts and in words, to whoever asks. */
export const why: Control = {
  id: BUTTON.why,
  answers: 'with a reply',
  free: true,
  defer: 'ephemeral',
  async execute({ customId }, context) {
    const record = recorded(customId, context);
    return { content: renderWhy(record, context.words), files: [...(await chartFiles(record, context))] };
  },
};

/** How much of everything the tables show, in characters. */
interface Size {
  readonly question: number;
  readonly name: number;
  readonly answer: number;
  readonly prompt: number;
  /** Whether there is room for what a share was made of. */
  readonly numbers: boolean;
}

const NARROWEST: Size = { question: 20, name: 12, answer: 12, prompt: 16, numbers: false };
/** From roomy to narrow. */
const SIZES: readonly Size[] = [
  { question: 100, name: 40, answer: 24, prompt: 70, numbers: true },
  { question: 40, name: 20, answer: 16, prompt: 36, numbers: true },
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
  const isWeighed = compared.some(({ rows }) => rows.some(({ weighing }) => weighing !== undefined));
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
  const build = (tables: readonly Table[], most: number, size: Size) =>
    [
      ...intro,
      ...(isWeighed && size.numbers ? [words.why.numbers] : []),
      ...tables.map((table) => drawn(table, most, words)),
    ].join('\n');
  for (const size of SIZES) {
    const tables = tablesIn(size);
    for (let most = longest; most >= Math.min(FEW_ROWS, longest); most -= 1) {
      const text = build(tables, most, size);
      if (text.length <= DISCORD.content) return text;
    }
  }
  return build(tablesIn(NARROWEST), 1, NARROWEST);
}

/** What stands on a line of a table; no sentence where all of them are the answers. */
interface Cells {
  readonly share: string;
  /** Similarity, bias and prior; '' where they are not known, or there is no room. */
  readonly numbers: string;
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
  return rows.map(({ answer, prompt, score, weighing }) => ({
    share: percent(score).padStart(5),
    numbers: weighing && size.numbers ? inColumns(weighing) : '',
    answer: inCodeBlock(answer, areSentences ? size.prompt : size.answer),
    sentence: areSentences ? '' : inCodeBlock(prompt, size.prompt),
  }));
}

const inColumns = ({ similarity, bias, prior }: Weighing): string =>
  [signed(similarity, 3).padStart(6), signed(bias, 3).padStart(6), signed(prior, 2).padStart(6)].join(' ');

/** The first rows: rank, share, what it was made of, answer and sentence in columns. */
function drawn({ above, spoiler, rows, of }: Table, most: number, { why: { more } }: Words): string {
  const shown = rows.slice(0, most);
  const width = Math.max(...shown.map(({ answer }) => answer.length));
  const places = String(shown.length).length;
  const numbersWidth = Math.max(...shown.map(({ numbers }) => numbers.length));
  const lines = shown.map(({ share, numbers, answer, sentence }, at) =>
    [
      `${String(at + 1).padStart(places)}. ${share}`,
      ...(numbersWidth > 0 ? [numbers.padEnd(numbersWidth)] : []),
      answer.padEnd(width),
      sentence,
    ]
      .join('  ')
      .trimEnd(),
  );
  const left = of - shown.length;
  return behindSpoiler([...above, '```', ...lines, ...(left > 0 ? [more(left)] : []), '```'], { spoiler });
}
