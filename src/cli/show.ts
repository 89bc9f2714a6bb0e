import type { Answer, Caption, Ranking } from '../answer.ts';
import { bar, percent } from '../chart.ts';

/** Candidates shown to a person; `--json` has them all. */
const SHOWN = 5;

/** The answer for a terminal: the answer and how sure, the caption, the candidates, the model. Ends with a newline. */
export function showAnswer({ answer, confidence, sure, caption, candidates, model, milliseconds }: Answer): string {
  const verdict = sure
    ? `${answer} · ${percent(confidence)}`
    : `I can't tell. My best guess: ${answer} · ${percent(confidence)}`;
  const rows = candidates.slice(0, SHOWN).map(({ answer: text, score }) => row(score, text));
  return lines(verdict, caption, '', ...rows, '', `${model} · ${milliseconds} ms`);
}

/** The caption for a terminal, and the model. Ends with a newline. */
export function showCaption({ caption, model, milliseconds }: Caption): string {
  return lines(caption, '', `${model} · ${milliseconds} ms`);
}

/** All texts, best first, for a terminal. Ends with a newline. */
export function showRanking({ ranking, model }: Ranking): string {
  return lines(...ranking.map(({ text, score }) => row(score, text)), '', model);
}

const row = (score: number, text: string) => `${bar(score)} ${percent(score).padStart(5)}  ${text}`;
const lines = (...parts: readonly string[]) => `${parts.join('\n')}\n`;
