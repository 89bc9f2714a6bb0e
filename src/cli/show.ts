import type { Answer, Caption, Ranking } from '../answer.ts';
import { bar, percent } from '../chart.ts';
import { UNFAMILIAR, UNFAMILIAR_RANKING, UNFAMILIAR_REMEDY } from '../unfamiliar.ts';
import type { MatchedFiles } from './match.ts';

/** Candidates shown to a person; `--json` has them all. */
const SHOWN = 5;

/** An answer as far as it tells of its question alone. */
type OneAnswer = Omit<Answer, 'second' | 'caption'>;

/**
 * The answer for a terminal: the answer and how sure, the caption, the candidates, the model. Ends with a newline.
 * Where Glimpse declines the sentence that says so stands in the answer's place; of two answers each stands below
 * its question. About an unfamiliar picture it says that in the place of any guess.
 */
export function showAnswer(given: Answer): string {
  const { second, caption, model, milliseconds } = given;
  if (!given.familiar && !isDeclined(given, second)) return showUnfamiliar(given);
  const first = [verdict(given), caption, ...chart(given)];
  const all = second ? [given.question, ...first, '', second.question, verdict(second), ...chart(second)] : first;
  return lines(...all, '', `${model} · ${milliseconds} ms`);
}

/** The caption for a terminal, its tags, and the model; of an unfamiliar picture, that it is one. Ends with a newline. */
export function showCaption(given: Caption): string {
  const { caption, tags = [], familiar, model, milliseconds } = given;
  const tagged = tags.length > 0 ? ['', ...tags.map(({ tag, score }) => row(score, tag))] : [];
  return familiar ? lines(caption, ...tagged, '', `${model} · ${milliseconds} ms`) : showUnfamiliar(given);
}

/** All texts, best first, for a terminal; below a warning where the picture is unfamiliar. Ends with a newline. */
export function showRanking({ ranking, familiar, model }: Ranking): string {
  const warning = familiar ? [] : [UNFAMILIAR_RANKING, ''];
  return lines(...warning, ...ranking.map(({ text, score }) => row(score, text)), '', model);
}

/** All pictures as they were named, best first, for a terminal; below a warning where not all are familiar. Ends with a newline. */
export function showMatch({ ranking, familiar, model }: MatchedFiles): string {
  const warning = familiar ? [] : [UNFAMILIAR_MATCH, ''];
  return lines(...warning, ...ranking.map(({ image, score }) => row(score, image)), '', model);
}

const UNFAMILIAR_MATCH = 'I only know drawings, and not all of these look like one: the ranking means little.';

/** Nothing else is to be said of an unfamiliar picture, but that a question is declined whatever the picture. */
const isDeclined = (...answers: readonly (OneAnswer | undefined)[]) =>
  answers.some((given) => given?.declined !== undefined);

function verdict({ answer, confidence, sure, familiar, declined }: OneAnswer): string {
  if (declined !== undefined) return declined;
  if (!familiar) return UNFAMILIAR;
  return sure
    ? `${answer} · ${percent(confidence)}`
    : `I can't tell. My best guess: ${answer} · ${percent(confidence)}`;
}

/** The candidates below an empty line; nothing where there are none, or where they mean little. */
function chart({ candidates, familiar, declined }: OneAnswer): readonly string[] {
  if (declined !== undefined || !familiar || candidates.length === 0) return [];
  return ['', ...candidates.slice(0, SHOWN).map(({ answer, score }) => row(score, answer))];
}

const showUnfamiliar = ({ model, milliseconds }: Answer | Caption) =>
  lines(UNFAMILIAR, UNFAMILIAR_REMEDY, '', `${model} · ${milliseconds} ms`);

const row = (score: number, text: string) => `${bar(score)} ${percent(score).padStart(5)}  ${text}`;
const lines = (...parts: readonly string[]) => `${parts.join('\n')}\n`;
