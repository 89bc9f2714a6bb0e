import { openClip } from '../../src/clip/open-clip.ts';
import { createGlimpse, type Glimpse } from '../../src/glimpse.ts';
import { type BenchedModel, withSettings } from '../benched-model.ts';
import { type Effort, few, settle } from '../effort.ts';
import { freshFiles } from '../fresh-files.ts';
import { interleave } from '../interleave.ts';
import { labels, MOST_LABELS } from '../labels.ts';
import { LIMITS } from '../limits.ts';
import { photo } from '../photos.ts';
import { openPipeline, openRaw } from '../rivals/open-rivals.ts';
import { row, type Table } from '../table.ts';
import { timed } from '../timed.ts';

/** What is asked with the labels as its choices. */
const QUESTION = 'what is this?';
/** What is asked without choices, as most questions are. */
const OPEN_QUESTION = 'what animal is this?';

/** Measures one question, the whole way, against the zero-shot pipeline and against the raw run. */
export async function measureQuestion(model: BenchedModel, effort: Effort): Promise<readonly Table[]> {
  return withSettings(model, async ({ config }) => {
    const glimpse = createGlimpse(await openClip(config));
    const raw = await openRaw(model, config.visionThreads);
    const spinning = await openRaw(model, config.visionThreads, true);
    const pipeline = await openPipeline(model, config.visionThreads);
    try {
      const parts = { glimpse, raw, spinning, pipeline, model, effort };
      return [await withCandidates(64, parts), await withCandidates(1000, parts), await fresh(parts)];
    } finally {
      await Promise.all([glimpse.close(), raw.stop(), spinning.stop(), pipeline.stop()]);
    }
  });
}

interface Parts {
  readonly glimpse: Glimpse;
  readonly raw: Awaited<ReturnType<typeof openRaw>>;
  /** The same, with threads that spin while they wait, as onnxruntime's do unless they are told not to. */
  readonly spinning: Awaited<ReturnType<typeof openRaw>>;
  readonly pipeline: Awaited<ReturnType<typeof openPipeline>>;
  readonly model: BenchedModel;
  readonly effort: Effort;
}

/** Prompts are warm after the warm-up; no cache ever knows a picture. */
async function withCandidates(
  count: 64 | 1000,
  { glimpse, raw, spinning, pipeline, model, effort }: Parts,
): Promise<Table> {
  const file = await photo(2, 1);
  const choices = labels(count);
  const next = freshFiles(file);
  const rounds = count === 64 ? few(effort, 3, 30) : few(effort, 1, 5);
  const { ask, open, classify, both, spun, encode, decode } = await interleave(
    [
      { name: 'ask', take: () => asked(glimpse, next(), choices) },
      { name: 'open', take: () => timed(() => glimpse.ask(next(), OPEN_QUESTION)) },
      { name: 'both', take: () => raw.call('both', [next()]) },
      { name: 'spun', take: () => spinning.call('both', [next()]) },
      { name: 'encode', take: () => raw.call('encode', next()) },
      { name: 'decode', take: () => raw.call('decode', next()) },
      { name: 'classify', take: () => pipeline.call('classify', { file: next(), labels: choices }) },
    ],
    { rounds, warmUp: 1, settle },
  );
  const full = model.name === 'full';
  const pipelineLimit = count === 64 ? LIMITS.pipeline64 : LIMITS.pipeline1000;
  return {
    title: `One question with ${count.toLocaleString('en')} candidates`,
    note: 'A 2-megapixel JPEG that no cache knows, with a caption; its prompts are warm.',
    rows: [
      row({
        what: 'Glimpse: decode, encode, score, caption',
        values: ask,
        to: ['decode and encode', both],
        limits: full && count === 64 ? [LIMITS.question] : [],
      }),
      row({ what: 'Glimpse, which proposes the candidates itself', values: open, to: ['decode and encode', both] }),
      row({ what: 'raw onnxruntime: decode and encode', values: both }),
      row({ what: 'the same, with threads that spin', values: spun, to: ['decode and encode', both] }),
      row({ what: 'raw onnxruntime: encode alone', values: encode, to: ['decode and encode', both] }),
      row({ what: 'sharp: decode alone', values: decode, to: ['decode and encode', both] }),
      row({
        what: "transformers.js's pipeline",
        values: classify,
        to: ['Glimpse', ask],
        limits: full ? [pipelineLimit] : [],
      }),
    ],
  };
}

/** What a question costs whose candidates nobody has asked about: all their prompts are encoded first. */
async function fresh({ glimpse, pipeline, effort }: Parts): Promise<Table> {
  const file = await photo(2, 2);
  const next = freshFiles(file);
  const choices = (round: number) => labels(64, MOST_LABELS - 64 * (round + 1));
  const { ask, classify } = await interleave(
    [
      { name: 'ask', take: (round) => asked(glimpse, next(), choices(round)) },
      { name: 'classify', take: (round) => pipeline.call('classify', { file: next(), labels: choices(round) }) },
    ],
    { rounds: few(effort, 1, 6), warmUp: 1, settle },
  );
  return {
    title: 'One question with 64 candidates that are new to it',
    note: 'As above, but each round brings other candidates: Glimpse encodes several prompts for each, the pipeline one.',
    rows: [
      row({ what: 'Glimpse', values: ask }),
      row({ what: "transformers.js's pipeline", values: classify, to: ['Glimpse', ask] }),
    ],
  };
}

const asked = (glimpse: Glimpse, file: Buffer, choices: readonly string[]) =>
  timed(() => glimpse.ask(file, QUESTION, { choices }));
