import { openClip } from '../../src/clip/open-clip.ts';
import { type BenchedModel, withSettings } from '../benched-model.ts';
import { type Effort, few, settle } from '../effort.ts';
import { freshFiles } from '../fresh-files.ts';
import { interleave } from '../interleave.ts';
import { PHOTO_SIZES, photo } from '../photos.ts';
import { openRaw } from '../rivals/open-rivals.ts';
import { type Row, row, type Table } from '../table.ts';
import { timed } from '../timed.ts';

/** Measures what a picture's size costs: from the bytes of its file to its embedding. */
export async function measurePictureSizes(model: BenchedModel, effort: Effort): Promise<readonly Table[]> {
  return withSettings(model, async ({ config }) => {
    const clip = await openClip(config);
    const raw = await openRaw(model, config.visionThreads);
    try {
      const rows: Row[] = [];
      for (const { megapixels } of PHOTO_SIZES.slice(0, few(effort, 3, PHOTO_SIZES.length))) {
        const file = await photo(megapixels, 4);
        const next = freshFiles(file);
        const { own, both, decode } = await interleave(
          [
            { name: 'own', take: () => timed(() => clip.encodePicture(next())) },
            { name: 'both', take: () => raw.call('both', [next()]) },
            { name: 'decode', take: () => raw.call('decode', next()) },
          ],
          { rounds: few(effort, 3, 15), warmUp: 1, settle },
        );
        const size = `${megapixels} MP, ${(file.length / 1e6).toFixed(1)} MB`;
        rows.push(
          row({ what: `${size}: Glimpse`, values: own, to: ['decode and encode', both] }),
          row({ what: `${size}: raw onnxruntime, decode and encode`, values: both }),
          row({ what: `${size}: sharp, decode alone`, values: decode, to: ['decode and encode', both] }),
        );
      }
      const note = 'JPEGs as a camera makes them, 4:3, from their bytes to their embedding. No cache knows them.';
      return [{ title: 'Pictures by size', note, rows }];
    } finally {
      await Promise.all([clip.close(), raw.stop()]);
    }
  });
}
