import type { BenchedModel } from './benched-model.ts';
import type { Effort } from './effort.ts';
import { measureCaptions } from './measure/captions.ts';
import { measureEventLoop } from './measure/event-loop.ts';
import { measureMemory } from './measure/memory.ts';
import { measurePictureSizes } from './measure/picture-sizes.ts';
import { measureQuestion } from './measure/question.ts';
import { measureScoring } from './measure/scoring.ts';
import { measureStart } from './measure/start.ts';
import { measureThroughput } from './measure/throughput.ts';
import type { Table } from './table.ts';

/** Measures something of a checkpoint. */
export type Measure = (model: BenchedModel, effort: Effort) => Promise<readonly Table[]>;

/** Every measurement, by the name that `--only` calls it, in the order in which they are made. */
export const MEASUREMENTS: Readonly<Record<string, Measure>> = {
  question: measureQuestion,
  scoring: measureScoring,
  captions: measureCaptions,
  pictures: measurePictureSizes,
  throughput: measureThroughput,
  start: measureStart,
  'event-loop': measureEventLoop,
  memory: measureMemory,
};
