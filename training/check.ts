/**
 * Checks the exported model through transformers.js against what the training code computed: `npx tsx training/check.ts`
 *
 * Needs `python3 training/expect.py NAME` first. Prints the figures and exits 1 where the tokenizers disagree or a cosine
 * falls below 0.999.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AutoTokenizer,
  CLIPTextModelWithProjection,
  CLIPVisionModelWithProjection,
  env,
  Tensor,
} from '@huggingface/transformers';

interface Expected {
  readonly sentences: readonly { readonly text: string; readonly ids: readonly number[] }[];
  readonly texts: readonly string[];
  readonly text_embeds: readonly (readonly number[])[];
  readonly pixels: readonly (readonly number[])[];
  readonly image_embeds: readonly (readonly number[])[];
}

const LEAST_COSINE = 0.999;
const SIDE = 96;
const TIMED_RUNS = 60;

env.allowRemoteModels = false;
const folder = join(import.meta.dirname, '..', 'models', 'glimpse-mini');
const expected: Expected = JSON.parse(readFileSync(join(import.meta.dirname, 'cache', 'expected.json'), 'utf8'));
const oneThread = { dtype: 'fp32', session_options: { intraOpNumThreads: 1, interOpNumThreads: 1 } } as const;
const tokenizer = await AutoTokenizer.from_pretrained(folder);
const text = await CLIPTextModelWithProjection.from_pretrained(folder, oneThread);
const vision = await CLIPVisionModelWithProjection.from_pretrained(folder, oneThread);

const wrong = expected.sentences.filter(({ text: sentence, ids }) => tokenize(sentence).join() !== ids.join());
for (const { text: sentence, ids } of wrong)
  console.log(JSON.stringify(sentence), 'expected', ids.join(), 'got', tokenize(sentence).join());
console.log(`tokenizer: ${expected.sentences.length - wrong.length} of ${expected.sentences.length} sentences alike`);

const { text_embeds: texts } = await text(await tokenizer([...expected.texts], { padding: true, truncation: true }));
const textCosine = leastCosine(texts, expected.text_embeds);
const { image_embeds: images } = await vision({ pixel_values: pixels(expected.pixels) });
const imageCosine = leastCosine(images, expected.image_embeds);
const { image_embeds: alone } = await vision({ pixel_values: pixels(expected.pixels.slice(0, 1)) });
console.log(`least cosine to full precision: text ${textCosine.toFixed(6)}, picture ${imageCosine.toFixed(6)}`);
console.log(
  `a picture alone and in a batch: ${leastCosine(alone, [[...images.data.slice(0, alone.dims[1])]]).toFixed(6)}`,
);
console.log(
  `one picture: ${await median(() => vision({ pixel_values: pixels(expected.pixels.slice(0, 1)) }))} ms on one core`,
);
const short = await tokenizer(['a photo of a dog']);
console.log(`one sentence: ${await median(() => text(short))} ms on one core`);
process.exitCode = wrong.length > 0 || Math.min(textCosine, imageCosine) < LEAST_COSINE ? 1 : 0;

function tokenize(sentence: string): number[] {
  const { input_ids } = tokenizer([sentence], { truncation: true, max_length: 32 });
  return [...input_ids.data].map(Number);
}

function pixels(rows: readonly (readonly number[])[]): Tensor {
  return new Tensor('float32', Float32Array.from(rows.flat()), [rows.length, 3, SIDE, SIDE]);
}

/** The least cosine between a tensor's rows [n, d] and the expected ones. */
function leastCosine(found: Tensor, wanted: readonly (readonly number[])[]): number {
  const width = found.dims[1] ?? 0;
  return Math.min(...wanted.map((row, number) => cosine(row, found.data.slice(number * width, (number + 1) * width))));
}

function cosine(a: readonly number[], b: ArrayLike<number>): number {
  let [dot, aa, bb] = [0, 0, 0];
  for (const [place, value] of a.entries()) {
    const other = Number(b[place]);
    dot += value * other;
    aa += value * value;
    bb += other * other;
  }
  return dot / Math.sqrt(aa * bb);
}

async function median(work: () => Promise<unknown>): Promise<string> {
  const times: number[] = [];
  for (let run = 0; run < TIMED_RUNS; run++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return (times.sort((a, b) => a - b)[TIMED_RUNS >> 1] ?? Number.NaN).toFixed(1);
}
