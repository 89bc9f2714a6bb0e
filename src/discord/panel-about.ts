import { time } from 'discord.js';
import { SHIPPED_CHECKPOINT } from '../../models/catalogue.ts';
import type { GlimpseState } from '../glimpse-source.ts';
import { RELEASE } from '../release.ts';
import type { ReplyPayload } from './command.ts';
import { inMarkdown } from './escape.ts';
import { heading, lines, panel, points } from './panel.ts';
import { progressText } from './progress.ts';
import type { Vitals } from './vitals.ts';
import type { Words } from './words/en.ts';

/** What `/about` shows of the model: its catalogue id, or how far it is. */
export type ModelInfo =
  | { readonly phase: 'ready'; readonly model: string }
  | Exclude<GlimpseState, { readonly phase: 'ready' }>;

/** Which Glimpse this is, and how it is doing. `now`: milliseconds since 1970. */
export function aboutPanel(model: ModelInfo, vitals: Vitals, words: Words, now: number): ReplyPayload {
  const { about: said } = words;
  const { version, licence, source } = RELEASE;
  const median = vitals.medianMs();
  return panel([
    lines(heading(said.title(version)), said.intro),
    lines(
      points([
        modelLine(model, words),
        said.started(time(Math.floor((now - vitals.uptimeMs()) / 1000), 'R')),
        said.answers(vitals.answered()),
        ...(median === undefined ? [] : [said.median(Math.round(median))]),
        said.pictures,
        ...(licence === undefined ? [] : [said.licence(licence)]),
        ...(source === undefined ? [] : [said.source(`<${source}>`)]),
      ]),
    ),
  ]);
}

function modelLine(model: ModelInfo, { about: said, footer }: Words): string {
  switch (model.phase) {
    case 'ready':
      return said.model(
        model.model === SHIPPED_CHECKPOINT ? footer.smallModel(model.model) : inMarkdown(model.model, 100),
      );
    case 'failed':
      return said.modelFailed;
    case 'loading':
    case 'downloading':
      return progressText(model, { loading: said.modelLoading, downloading: said.modelDownloading });
  }
}
