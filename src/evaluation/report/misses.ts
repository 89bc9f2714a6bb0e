import { percent } from '../../chart.ts';
import type { JudgedAnswer } from '../judge.ts';
import { type Html, html } from './html.ts';

/** An answer that most people would call wrong, and which of the benchmark's questions it is to. */
export interface Miss {
  /** The place among the questions, from 0. */
  readonly at: number;
  readonly judged: JudgedAnswer;
}

/** The most misses that a report shows. */
export const MOST_MISSES = 60;

/** Below it an answer is more wrong than right. */
const HALF_RIGHT = 0.5;

/** The misses to look at first: answers with a VQA accuracy below one half, the most confident first. None that is declined. */
export function worstMisses(judged: readonly JudgedAnswer[]): readonly Miss[] {
  return judged
    .map((given, at) => ({ at, judged: given }))
    .filter(({ judged: { declined, accuracy } }) => !declined && accuracy < HALF_RIGHT)
    .sort((a, b) => b.judged.confidence - a.judged.confidence || a.at - b.at)
    .slice(0, MOST_MISSES);
}

/** A miss as a card: the picture, the question, what people said, what Glimpse said and weighed. */
export function missCard({ judged }: Miss, picture: string | undefined): Html {
  const { question, answers, family, answer, confidence, sure, familiar, blind, ranked, image } = judged;
  return html`<article class="miss" data-family="${family}">
${
  picture === undefined
    ? html`<p class="no-picture">${image} can't be shown</p>`
    : html`<img src="${picture}" alt="The picture that was asked about: ${image}" loading="lazy">`
}
<div>
<h3>${question}</h3>
<dl>
<dt>people</dt><dd>${spoken(answers)}</dd>
<dt>Glimpse</dt><dd><strong>${answer}</strong> · ${percent(confidence)}${sure ? '' : ' · not sure'}${familiar ? '' : ' · unfamiliar picture'}</dd>
<dt>blind</dt><dd>${blind}</dd>
</dl>
<ol class="ranked" aria-label="What was weighed">
${ranked.map(
  (candidate) =>
    html`<li title="${candidate.prompt}"><span class="bar" style="width:${(100 * candidate.score).toFixed(1)}%"></span><span>${candidate.answer}</span><span>${percent(candidate.score)}</span></li>`,
)}
</ol>
<p class="small"><span class="tag">${family}</span> ${image}</p>
</div>
</article>`;
}

/** What people said, each answer once, the commonest first: "red ×7, maroon ×2, pink". */
function spoken(answers: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const answer of answers) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([answer, count]) => (count === 1 ? answer : `${answer} ×${count}`))
    .join(', ');
}
