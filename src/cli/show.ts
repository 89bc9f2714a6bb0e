import type { Answer, Caption, Ranking } from '../answer.ts';
import { bar, percent } from '../chart.ts';
import { UNFAMILIAR, UNFAMILIAR_RANKING, UNFAMILIAR_REMEDY } from '../unfamiliar.ts';

/** Candidates shown to a person; `--json` has them all. */
const SHOWN = 5;

/**
 * The answer for a terminal: the answer and how sure, the caption, the candidates, the model. Ends with a newline. About
 * an unfamiliar picture it says that in the place of any guess.
 */
export function showAnswer(given: Answer): string {
  const { answer, confidence, sure, familiar, caption, candidates, model, milliseconds } = given;
  if (!familiar) return showUnfamiliar(given);
  const verdict = sure
    ? `${answer} · ${percent(confidence)}`
    : `I can't tell. My best guess: ${answer} · ${percent(confidence)}`;
  const rows = candidates.slice(0, SHOWN).map(({ answer: text, score }) => row(score, text));
  return lines(verdict, caption, '', ...rows, '', `${model} · ${milliseconds} ms`);
}

/** The caption for a terminal, and the model; of an unfamiliar picture, that it is one. Ends with a newline. */
export function showCaption(given: Caption): string {
  const { caption, familiar, model, milliseconds } = given;
  return familiar ? lines(caption, '', `${model} · ${milliseconds} ms`) : showUnfamiliar(given);
}

/** All texts, best first, for a terminal; below a warning where the picture is unfamiliar. Ends with a newline. */
export function showRanking({ ranking, familiar, model }: Ranking): string {
  const warning = familiar ? [] : [UNFAMILIAR_RANKING, ''];
  return lines(...warning, ...ranking.map(({ text, score }) => row(score, text)), '', model);
}

const showUnfamiliar = ({ model, milliseconds }: Answer | Caption) =>
  lines(UNFAMILIAR, UNFAMILIAR_REMEDY, '', `${model} · ${milliseconds} ms`);

const row = (score: number, text: string) => `${bar(score)} ${percent(score).padStart(5)}  ${text}`;
const lines = (...parts: readonly string[]) => `${parts.join('\n')}\n`;
