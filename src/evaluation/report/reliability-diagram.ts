import type { CalibrationBin } from '../calibration.ts';
import { type Html, html } from './html.ts';

const SIDE = 260;
const LEFT = 44;
const TOP = 12;
const WIDTH = LEFT + SIDE + 12;
const HEIGHT = TOP + SIDE + 44;
const GAP = 2;
const TICKS = [0, 20, 40, 60, 80, 100];

/**
 * The reliability diagram (Guo et al. 2017, section 2) as inline SVG: a bar for each bin's accuracy, the fainter the
 * fewer answers are in it, and a dot at its mean confidence, which lies on the diagonal. Where a bar ends below its
 * dot Glimpse is too sure. Percent throughout.
 */
export function reliabilityDiagram(bins: readonly CalibrationBin[]): Html {
  const most = Math.max(1, ...bins.map(({ n }) => n));
  return html`<svg class="diagram" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="diagram-title">
<title id="diagram-title">Reliability diagram: the accuracy of answers by their confidence. The table beside it has the figures.</title>
${TICKS.map(
  (tick) => html`<line class="grid" x1="${LEFT}" x2="${LEFT + SIDE}" y1="${y(tick)}" y2="${y(tick)}"/>
<text x="${LEFT - 6}" y="${y(tick) + 4}" text-anchor="end">${tick}</text>
<text x="${x(tick)}" y="${TOP + SIDE + 16}" text-anchor="middle">${tick}</text>`,
)}
${bins.map((bin) => binBar(bin, most))}
<line class="diagonal" x1="${x(0)}" y1="${y(0)}" x2="${x(100)}" y2="${y(100)}"/>
${bins.map(({ confidence, n }) =>
  confidence === null
    ? ''
    : html`<circle class="mean" cx="${x(confidence)}" cy="${y(confidence)}" r="3.5"><title>mean confidence ${confidence} % of ${n}</title></circle>`,
)}
<text x="${LEFT + SIDE / 2}" y="${HEIGHT - 8}" text-anchor="middle">confidence, %</text>
<text x="12" y="${TOP + SIDE / 2}" text-anchor="middle" transform="rotate(-90 12 ${TOP + SIDE / 2})">accuracy, %</text>
</svg>`;
}

/** The faintest bar is still seen. */
const LEAST_OPACITY = 0.25;

function binBar({ from, to, n, accuracy }: CalibrationBin, most: number): Html | string {
  if (accuracy === null) return '';
  const opacity = (LEAST_OPACITY + (1 - LEAST_OPACITY) * Math.sqrt(n / most)).toFixed(2);
  const height = (accuracy / 100) * SIDE;
  return html`<rect class="bin" x="${x(from) + GAP / 2}" y="${y(accuracy)}" width="${x(to) - x(from) - GAP}" height="${height}" fill-opacity="${opacity}"><title>${from} to ${to} %: ${n} answers, accuracy ${accuracy} %</title></rect>`;
}

const x = (percent: number): number => round(LEFT + (percent / 100) * SIDE);
const y = (percent: number): number => round(TOP + SIDE - (percent / 100) * SIDE);
const round = (length: number): number => Math.round(length * 10) / 10;
