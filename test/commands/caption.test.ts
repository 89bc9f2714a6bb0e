import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { picture, type Scene, startScene } from '../discord/scene.ts';
import { ScriptedGlimpse } from '../discord/scripted-glimpse.ts';

let scene: Scene;

beforeEach(async () => {
  scene = await startScene(new ScriptedGlimpse());
});
afterEach(() => scene.end());

describe('/caption', () => {
  it('is deferred and then answered with a sentence for everyone', async () => {
    const shown = await scene.ana.useSlashCommand(scene.channel, 'caption', { image: await picture() });
    expect(shown.timeline.map(({ did }) => did)).toEqual(['defer', 'edit']);
    expect(shown.ephemeral).toBe(false);
    expect(shown.message?.content).toMatch(/^A dog on grass\.\n-# glimpse-mini .* 84 ms$/);
  });

  it('hides the sentence about a picture behind a spoiler', async () => {
    const image = { ...(await picture()), spoiler: true };
    const shown = await scene.ana.useSlashCommand(scene.channel, 'caption', { image });
    expect(shown.message?.content).toMatch(/^\|\|A dog on grass\.\|\|\n/);
  });
});
