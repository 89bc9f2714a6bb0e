import type { BenchedModel } from '../benched-model.ts';
import { type BenchProcess, startProcess } from '../processes/start-process.ts';
import type { PipelineHandlers } from './pipeline-process.ts';
import type { RawHandlers } from './raw-process.ts';

const VISION_FILES = { fp32: 'onnx/vision_model.onnx', q8: 'onnx/vision_model_quantized.onnx' } as const;

/** Starts the raw run of a checkpoint's vision tower; as in Glimpse, its threads do not spin unless they are to. */
export async function openRaw(
  { folder, precision }: BenchedModel,
  threads: number,
  spins = false,
): Promise<BenchProcess<RawHandlers>> {
  const raw = startProcess<RawHandlers>(new URL('./raw-process.ts', import.meta.url));
  await raw.call('load', { folder, file: VISION_FILES[precision], threads, spins });
  return raw;
}

/** Starts transformers.js's zero-shot pipeline on a checkpoint. */
export async function openPipeline(
  { folder, precision }: BenchedModel,
  threads: number,
): Promise<BenchProcess<PipelineHandlers>> {
  const pipeline = startProcess<PipelineHandlers>(new URL('./pipeline-process.ts', import.meta.url));
  await pipeline.call('load', { folder, precision, threads });
  return pipeline;
}
