import { createHash } from 'node:crypto';
import type { CalibrationBin } from '../calibration.ts';
import type { Evaluation, Means } from '../summarise.ts';
import { Html, html } from './html.ts';
import { type Miss, MOST_MISSES, missCard } from './misses.ts';
import { reliabilityDiagram } from './reliability-diagram.ts';
import { STYLE } from './style.ts';

/** What a report is about. */
export interface Report {
  /** The benchmark's name. */
  readonly file: string;
  readonly evaluation: Evaluation;
  readonly made: Date;
  /** Worst first, each with its picture as a `data:` address, or without one where it can't be shown. */
  readonly misses: readonly { readonly miss: Miss; readonly picture: string | undefined }[];
}

/**
 * An evaluation as one web page that needs nothing else: figures, families, the reliability diagram, and the worst
 * misses. Its own policy forbids it to load anything or to run any script but the one that filters the misses;
 * without scripts all of them are shown.
 */
export function reportPage({ file, evaluation, made, misses }: Report): string {
  const { model, n, families, calibration } = evaluation;
  const policy = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-${sha256(SCRIPT)}'`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Glimpse on ${file}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<main>
<h1>How well Glimpse answers</h1>
<p class="small">${file} · ${n} questions · ${model} · ${made.toISOString().slice(0, 10)}</p>
<ul class="tiles">${tiles(evaluation)}</ul>

<h2>By family</h2>
<p>VQA accuracy in percent. <em>Blind</em> is the answer from the question alone, <em>top 5</em> the best of the first five
candidates, <em>oracle</em> the best of all. An answer that is right in part counts as right in that part.</p>
<div class="wide" role="region" aria-label="By family" tabindex="0"><table>
<thead><tr>${['family', 'n', 'accuracy', 'blind', 'top 5', 'oracle', 'sure, right', 'sure, wrong', 'unsure'].map(column)}<th scope="col">${key('right')}right ${key('wrong')}wrong ${key('unsure')}unsure</th></tr></thead>
<tbody>${Object.entries(families).map(([family, means]) => familyRow(family, means))}</tbody>
<tfoot>${familyRow('all', evaluation)}</tfoot>
</table></div>

<h2>How far confidence can be trusted</h2>
<div class="reliability">
<figure>${reliabilityDiagram(calibration.bins)}
<figcaption>Bars: accuracy, the fainter the fewer answers. Dots on the diagonal: mean confidence. Where a bar ends below its
dot, Glimpse is too sure.</figcaption></figure>
<div><table>
<thead><tr>${['confidence, %', 'n', 'mean', 'accuracy'].map(column)}</tr></thead>
<tbody>${calibration.bins.map(binRow)}</tbody>
</table>
<p class="small">Expected calibration error (Guo et al. 2017): ${figure(calibration.ece)} %</p></div>
</div>

<h2>The worst misses</h2>
${missesPart(misses)}
</main>
<script>${new Html(SCRIPT)}</script>
</body>
</html>
`.text;
}

function tiles(evaluation: Evaluation): readonly Html[] {
  const { accuracy, interval, blind, top5, oracle, sureRight, sureWrong, unsure, declined, unfamiliar, calibration } =
    evaluation;
  const tile = (name: string, value: number | null, note: string, first = false) =>
    html`<li class="tile${first ? ' first' : ''}"><span>${name}</span><b>${figure(value)}<small> %</small></b><span>${note}</span></li>`;
  return [
    tile('accuracy', accuracy, `95 % interval: ${figure(interval[0])} to ${figure(interval[1])}`, true),
    tile('blind', blind, 'from the question alone'),
    tile('top 5', top5, 'the best of five candidates'),
    tile('oracle', oracle, 'the best of all candidates'),
    tile('sure and right', sureRight, 'of all questions'),
    tile('sure and wrong', sureWrong, 'of all questions'),
    tile('unsure', unsure, 'says “I can’t tell”'),
    tile('declined', declined, 'asked for text, a reason, a name …'),
    ...(unfamiliar > 0 ? [tile('unfamiliar', unfamiliar, 'pictures unlike those trained on')] : []),
    tile('calibration error', calibration.ece, 'expected, Guo et al. 2017'),
  ];
}

function familyRow(name: string, means: Means): Html {
  const { n, accuracy, blind, top5, oracle, sureRight, sureWrong, unsure } = means;
  return html`<tr><th scope="row">${name}</th><td>${n}</td>${[accuracy, blind, top5, oracle, sureRight, sureWrong, unsure].map((value) => html`<td>${figure(value)}</td>`)}
<td><div class="shares" aria-hidden="true"><i class="right" style="width:${sureRight}%"></i><i class="wrong" style="width:${sureWrong}%"></i><i class="unsure" style="width:${unsure}%"></i></div></td></tr>`;
}

const binRow = ({ from, to, n, confidence, accuracy }: CalibrationBin) =>
  html`<tr><th scope="row">${from} to ${to}</th><td>${n}</td><td>${figure(confidence)}</td><td>${figure(accuracy)}</td></tr>`;

function missesPart(misses: Report['misses']): Html {
  if (misses.length === 0) return html`<p>There are none: every answer is right by half at least.</p>`;
  const families = [...new Set(misses.map(({ miss }) => miss.judged.family))].sort();
  const of = (family: string) => misses.filter(({ miss }) => miss.judged.family === family).length;
  return html`<p>Answers with a VQA accuracy below one half, the most confident first${misses.length === MOST_MISSES ? html`, ${MOST_MISSES} at most` : ''}.</p>
<p><label>Family <select id="family"><option value="">all (${misses.length})</option>
${families.map((family) => html`<option value="${family}">${family} (${of(family)})</option>`)}</select></label></p>
<div class="misses">
${misses.map(({ miss, picture }) => missCard(miss, picture))}
</div>`;
}

/** Shows the misses of the family that is chosen. */
const SCRIPT = `
const choice = document.getElementById('family');
const show = () => {
  for (const miss of document.querySelectorAll('.miss'))
    miss.hidden = choice.value !== '' && miss.dataset.family !== choice.value;
};
choice?.addEventListener('change', show);
`;

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');
const key = (name: string) => html`<i class="key ${name}"></i>`;
const column = (name: string) => html`<th scope="col">${name}</th>`;
const figure = (percent: number | null): string => (percent === null ? '–' : percent.toFixed(1));
