import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckpointShape } from './checkpoint-shape.ts';
import { englishWords } from './english-words.ts';
import { buildGraph, type Graph } from './graph.ts';
import type { StandInPrecision, TowerBuilder } from './linear.ts';
import { onnxBytes, writeOnnx } from './onnx-file.ts';
import { clipText, siglipText } from './text-towers.ts';
import { clipTokenizer, siglipTokenizer } from './tokenizer-files.ts';
import { clipVision, siglipVision } from './vision-towers.ts';

/** What is made, and who is told of it. */
export interface MakeOptions {
  /** Both by default. */
  readonly precisions?: readonly StandInPrecision[];
  /** Told of each tower that was written, or was there already, with its bytes. */
  readonly onFile?: (file: string, bytes: number, written: boolean) => void;
}

/** Changes whenever the same shape would give another checkpoint than before, so that an old one is made anew. */
const GENERATION = 1;
const MARK = 'stand-in.json';

/**
 * Makes a checkpoint with random weights in the transformers.js layout. Speed and memory depend on the shape alone, so
 * it stands in for a trained one in benchmarks; what it answers means nothing. What is there already and whole is left;
 * what was made of another shape is replaced.
 *
 * @example await makeCheckpoint('.cache/stand-in/tiny', TINY_CLIP)
 */
export async function makeCheckpoint(folder: string, shape: CheckpointShape, options: MakeOptions = {}): Promise<void> {
  const { precisions = ['fp32', 'q8'], onFile = () => {} } = options;
  await mkdir(folder, { recursive: true });
  const mark = JSON.stringify({ generation: GENERATION, shape });
  const before = await readFile(join(folder, MARK), 'utf8').catch(() => '');
  const fresh = before === mark;
  if (!fresh) {
    await rm(join(folder, 'onnx'), { recursive: true, force: true });
    await writeSmallFiles(folder, shape);
    await writeFile(join(folder, MARK), mark);
  }
  await mkdir(join(folder, 'onnx'), { recursive: true });
  for (const precision of precisions) {
    for (const [name, add] of towersOf(shape)) {
      const file = join('onnx', `${name}${SUFFIX[precision]}.onnx`);
      const graph = grown(precision, shape, add);
      const bytes = onnxBytes(graph);
      const there = await stat(join(folder, file)).catch(() => undefined);
      const written = there?.size !== bytes;
      if (written) await writeOnnx(join(folder, file), graph);
      onFile(file, bytes, written);
    }
  }
}

const SUFFIX: Readonly<Record<StandInPrecision, string>> = { fp32: '', q8: '_quantized' };

type AddTower = (tower: TowerBuilder, shape: CheckpointShape) => void;

const towersOf = ({ kind }: CheckpointShape): readonly (readonly [string, AddTower])[] =>
  kind === 'clip'
    ? [
        ['vision_model', clipVision],
        ['text_model', clipText],
      ]
    : [
        ['vision_model', siglipVision],
        ['text_model', siglipText],
      ];

function grown(precision: StandInPrecision, shape: CheckpointShape, add: AddTower): Graph {
  const graph = buildGraph();
  add({ graph, precision, seed: shape.seed, quantised: new Map() }, shape);
  return graph;
}

async function writeSmallFiles(folder: string, shape: CheckpointShape): Promise<void> {
  const { vocabulary, context } = shape.text;
  const words = await englishWords();
  const make = shape.kind === 'clip' ? clipTokenizer : siglipTokenizer;
  const { tokenizer, config } = make(words, vocabulary, context);
  const files = {
    'config.json': modelConfig(shape),
    'preprocessor_config.json': shape.kind === 'clip' ? clipPixels(shape) : siglipPixels(shape),
    'tokenizer.json': tokenizer,
    'tokenizer_config.json': config,
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), JSON.stringify(content));
}

const modelConfig = ({ kind, vision, text, dimension }: CheckpointShape): object => ({
  model_type: kind,
  // OpenAI's scale, at its ceiling (Radford et al. 2021, section 2.5). Exports carry none; a folder's own is read here.
  ...(kind === 'clip' && { projection_dim: dimension, logit_scale: 100 }),
  text_config: { model_type: `${kind}_text_model`, max_position_embeddings: text.context, ...transformerConfig(text) },
  vision_config: {
    model_type: `${kind}_vision_model`,
    image_size: vision.side,
    patch_size: vision.patch,
    ...transformerConfig(vision),
  },
});

const transformerConfig = ({ width, mlp, layers, heads }: CheckpointShape['vision' | 'text']): object => ({
  hidden_size: width,
  intermediate_size: mlp,
  num_hidden_layers: layers,
  num_attention_heads: heads,
});

/** What both kinds do to pixels. */
const PIXELS = { do_resize: true, do_rescale: true, do_normalize: true, resample: 3, rescale_factor: 1 / 255 };

/** OpenAI's: the shortest side to the size, the middle square, and the training set's mean and deviation. */
const clipPixels = ({ vision: { side } }: CheckpointShape): object => ({
  ...PIXELS,
  image_processor_type: 'CLIPImageProcessor',
  do_convert_rgb: true,
  do_center_crop: true,
  size: { shortest_edge: side },
  crop_size: { height: side, width: side },
  image_mean: [0.48145466, 0.4578275, 0.40821073],
  image_std: [0.26862954, 0.26130258, 0.27577711],
});

/** SigLIP squashes the whole picture into the square. */
const siglipPixels = ({ vision: { side } }: CheckpointShape): object => ({
  ...PIXELS,
  image_processor_type: 'SiglipImageProcessor',
  size: { height: side, width: side },
  image_mean: [0.5, 0.5, 0.5],
  image_std: [0.5, 0.5, 0.5],
});
