import { openClip } from '../../src/clip/open-clip.ts';
import { createGlimpse } from '../../src/glimpse.ts';
import { type BenchedModel, withSettings } from '../benched-model.ts';
import { type Effort, few, settle } from '../effort.ts';
import { freshFiles } from '../fresh-files.ts';
import { interleave } from '../interleave.ts';
import { photo } from '../photos.ts';
import { openRaw } from '../rivals/open-rivals.ts';
import { row, type Table } from '../table.ts';
import { timed } from '../timed.ts';

/** Measures a caption, of a picture that no cache knows and of one that is encoded already. */
export async function measureCaptions(model: BenchedModel, effort: Effort): Promise<readonly Table[]> {
  return withSettings(model, async ({ config }) => {
    const glimpse = createGlimpse(await openClip(config));
    const raw = await openRaw(model, config.visionThreads);
    try {
      const file = await photo(2, 3);
      const next = freshFiles(file);
      const { unseen, seen, both } = await interleave(
        [
          { name: 'unseen', take: () => timed(() => glimpse.caption(next())) },
          { name: 'seen', take: () => timed(() => glimpse.caption(file)) },
          { name: 'both', take: () => raw.call('both', [next()]) },
        ],
        { rounds: few(effort, 5, 30), warmUp: 2, settle },
      );
      return [
        {
          title: 'Captions',
          note: 'Of a 2-megapixel JPEG; all prompts that captions need are warm.',
          rows: [
            row({ what: 'a picture that no cache knows', values: unseen, to: ['decode and encode', both] }),
            row({ what: 'a picture that is encoded already', values: seen, to: ['decode and encode', both] }),
            row({ what: 'raw onnxruntime: decode and encode', values: both }),
          ],
        },
      ];
    } finally {
      await Promise.all([glimpse.close(), raw.stop()]);
    }
  });
}
