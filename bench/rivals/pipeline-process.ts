/**
 * transformers.js's own zero-shot-image-classification pipeline in a process of its own. The class is the library's, with its
 * processor and its tokenizer; a checkpoint with split towers has no `model.onnx`, so that its model runs the library's
 * two towers and multiplies, as the combined graph does.
 */
import {
  AutoImageProcessor,
  AutoTokenizer,
  CLIPTextModelWithProjection,
  CLIPVisionModelWithProjection,
  env,
  LogLevel,
  Processor,
  Tensor,
  ZeroShotImageClassificationPipeline,
} from '@huggingface/transformers';
import type { BenchedPrecision } from '../benched-model.ts';
import { serve } from '../processes/serve.ts';
import { timed } from '../timed.ts';

env.allowRemoteModels = false;
env.useFSCache = false;
env.logLevel = LogLevel.ERROR;

let pipeline: ZeroShotImageClassificationPipeline | undefined;

const handlers = {
  load: async ({ folder, precision, threads }: PipelineSettings): Promise<void> => {
    const options = { dtype: precision, device: 'cpu', session_options: { intraOpNumThreads: threads } } as const;
    const vision = await CLIPVisionModelWithProjection.from_pretrained(folder, options);
    const text = await CLIPTextModelWithProjection.from_pretrained(folder, options);
    const model = async (inputs: Readonly<Record<string, Tensor>>) => {
      const { pixel_values, ...texts } = inputs;
      const { text_embeds } = await text(texts);
      const { image_embeds } = await vision({ pixel_values });
      return { logits_per_image: logitsOf(image_embeds, text_embeds) };
    };
    pipeline = new ZeroShotImageClassificationPipeline({
      task: 'zero-shot-image-classification',
      model: Object.assign(model, { config: vision.config, dispose: async () => [] }) as never,
      tokenizer: await AutoTokenizer.from_pretrained(folder),
      processor: new Processor(
        {},
        { image_processor: await AutoImageProcessor.from_pretrained(folder, {}) },
        '',
      ) as never,
    });
  },
  /** Milliseconds. The picture is given as the bytes of its file, so that decoding it is in them. */
  classify: async ({ file, labels }: { readonly file: Uint8Array; readonly labels: readonly string[] }) => {
    if (!pipeline) throw new Error('nothing is loaded');
    const classify = pipeline;
    return timed(() => classify(new Blob([file as Uint8Array<ArrayBuffer>]), [...labels]));
  },
};

/** What the pipeline is of. */
interface PipelineSettings {
  readonly folder: string;
  readonly precision: BenchedPrecision;
  readonly threads: number;
}

/** What this process can be asked. */
export type PipelineHandlers = typeof handlers;

serve(handlers);

/** OpenAI's CLIP (Radford et al. 2021, section 2.5); it makes no difference to the time. */
const LOGIT_SCALE = 100;

/** The scaled cosines: `float32[1, texts]`. */
function logitsOf(image: Tensor, texts: Tensor): Tensor {
  const [count = 0, dimension = 0] = texts.dims;
  const one = image.data as Float32Array;
  const all = texts.data as Float32Array;
  const logits = new Float32Array(count);
  const norm = lengthOf(one);
  for (let row = 0; row < count; row++) {
    const text = all.subarray(row * dimension, (row + 1) * dimension);
    let sum = 0;
    for (let i = 0; i < dimension; i++) sum += (one[i] as number) * (text[i] as number);
    logits[row] = (LOGIT_SCALE * sum) / (norm * lengthOf(text));
  }
  return new Tensor('float32', logits, [1, count]);
}

function lengthOf(vector: Float32Array): number {
  let squares = 0;
  for (const x of vector) squares += x * x;
  return Math.sqrt(squares);
}
