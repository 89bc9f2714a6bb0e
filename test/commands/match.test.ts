import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GLIMPSE } from '../../src/discord/limits.ts';
import { MAX_PICTURE_BYTES } from '../../src/images/picture-limits.ts';
import type { Upload } from '../../src/sandbox/attachments.ts';
import { expectUnbroken } from '../discord/hostile.ts';
import { labelsUnder } from '../discord/press.ts';
import { picture, type Scene, startScene, whisperedTo } from '../discord/scene.ts';
import { ScriptedGlimpse } from '../discord/scripted-glimpse.ts';

let glimpse: ScriptedGlimpse;
let scene: Scene;

beforeEach(async () => {
  glimpse = new ScriptedGlimpse();
  scene = await startScene(glimpse);
});
afterEach(() => scene.end());

const match = async (text: string, pictures: readonly Upload[], more: { readonly private?: boolean } = {}) => {
  const options = Object.fromEntries(pictures.map((file, at) => [`picture${at + 1}`, file]));
  return scene.ana.useSlashCommand(scene.channel, 'match', { text, ...options, ...more });
};
const pictures = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, at) => picture(`${'abcdefghij'[at]}.png`, `rgb(${at * 20}, 0, 0)`)));

describe('/match', () => {
  it('names the picture that fits best, shows it, and shows the others as bars', async () => {
    const shown = await match('a dog', await pictures(3));
    expect(shown.message?.content).toMatch(
      /^\*\*Picture 1 \(a\.png\)\*\* fits “a dog” best · 33 %\n```\n(█{3}░{7} {2}33 % {2}\d\. \w\.png\n){3}```\n-# .* 84 ms$/,
    );
    expect(shown.message?.attachments).toMatchObject([{ filename: 'a.png', description: 'A dog on grass.' }]);
    expect(labelsUnder(shown.message)).toEqual(['Ask again', 'Delete']);
  });

  it('shows the best one, not the first', async () => {
    glimpse.match = async (text, files) => ({
      text,
      ranking: files.map((_, at) => ({ index: files.length - 1 - at, score: 1 / files.length, similarity: 0.2 })),
      familiar: true,
      model: 'glimpse-mini',
      milliseconds: 84,
    });
    const files = await pictures(3);
    const shown = await match('a dog', files);
    expect(shown.message?.content).toContain('**Picture 3 (c.png)**');
    const [file] = shown.message?.attachments ?? [];
    expect(Buffer.from(await (await fetch(file?.url ?? '')).arrayBuffer())).toEqual(files[2]?.bytes);
  });

  it('takes ten pictures, and any text', async () => {
    const shown = await match('`|*@everyone '.repeat(30).slice(0, GLIMPSE.question), await pictures(10));
    expectUnbroken(shown.message?.content ?? '', 0);
    expect(shown.message?.content.match(/^[█░]{10}/gm)).toHaveLength(10);
  });

  it('hides all of it where one of the pictures came behind a spoiler', async () => {
    const [first, second] = await pictures(2);
    const shown = await match('a dog', [{ ...(first as Upload), spoiler: true }, second as Upload]);
    expect(shown.message?.content).toMatch(/^\|\|\*\*Picture 1 \(a\.png\)\*\*[^|]*\|\|\n-# /);
    expect(shown.message?.attachments).toMatchObject([{ filename: 'SPOILER_a.png' }]);
  });

  it('shows nobody else what is matched privately', async () => {
    const shown = await match('a dog', await pictures(2), { private: true });
    expect(shown).toMatchObject({ ephemeral: true, message: { attachments: [] } });
    expect(scene.bob.messagesIn(scene.channel)).toEqual([]);
  });

  it('says which of the files cannot be taken', async () => {
    const [first, second] = await pictures(2);
    await match('a dog', [first as Upload, { ...(second as Upload), claims: { size: MAX_PICTURE_BYTES + 1 } }]);
    expect(await whisperedTo(scene.ana, scene.channel)).toMatch(/^Picture 2: .*larger than 10 MB/);
  });
});
