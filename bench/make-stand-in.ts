/**
 * A checkpoint of CLIP ViT-B/32's shape with random weights, for benchmarks where no hub is in reach:
 * npx tsx bench/make-stand-in.ts [FOLDER]
 * Writes 760 MB (fp32 and int8) into FOLDER (.cache/stand-in/clip-vit-base-patch32), and only what is not there yet.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CLIP_VIT_BASE_PATCH32 } from './stand-in/checkpoint-shape.ts';
import { makeCheckpoint } from './stand-in/make-checkpoint.ts';

const DEFAULT_FOLDER = fileURLToPath(new URL('../.cache/stand-in/clip-vit-base-patch32', import.meta.url));

const [folder = DEFAULT_FOLDER] = parseArgs({ allowPositionals: true }).positionals;
await makeCheckpoint(folder, CLIP_VIT_BASE_PATCH32, {
  onFile: (file, bytes, written) =>
    console.error(`${file}: ${(bytes / 1e6).toFixed(1)} MB${written ? '' : ', there already'}`),
});
console.log(folder);
