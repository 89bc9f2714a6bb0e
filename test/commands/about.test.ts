import { afterEach, describe, expect, it } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { startGlimpse } from '../../src/glimpse-source.ts';
import { UserError } from '../../src/user-error.ts';
import { panelOf, wordsOf } from '../discord/panel-reading.ts';
import { picture, type Scene, startScene } from '../discord/scene.ts';
import { ScriptedGlimpse } from '../discord/scripted-glimpse.ts';

let scene: Scene;

afterEach(() => scene.end());

const about = async () => {
  const shown = await scene.ana.useSlashCommand(scene.channel, 'about');
  expect(shown.ephemeral).toBe(true);
  return wordsOf(panelOf(shown));
};
const ask = async () =>
  scene.ana.useSlashCommand(scene.channel, 'ask', { question: 'what is it?', image: await picture() });

describe('/about', () => {
  it('says which Glimpse this is, with which model, and that pictures stay', async () => {
    scene = await startScene(new ScriptedGlimpse());
    const words = await about();
    expect(words).toContain(`Glimpse ${packageFile.version}`);
    expect(words).toMatch(/Model: glimpse-mini/);
    expect(words).toMatch(/Pictures never leave that machine.*None is stored/);
    expect(words).toContain(`Licence: ${packageFile.license}`);
  });

  it('counts answers and times since the start', async () => {
    const glimpse = new ScriptedGlimpse();
    scene = await startScene(glimpse);
    const before = await about();
    expect(before).toContain('Answers since then: 0');
    expect(before).not.toContain('Time for an answer');
    for (const milliseconds of [200, 80, 90]) {
      glimpse.answer = { ...glimpse.answer, milliseconds };
      await ask();
    }
    const after = await about();
    expect(after).toContain('Answers since then: 3');
    expect(after).toContain('Time for an answer: 90 ms (the median)');
    await scene.restart();
    expect(await about()).toContain('Answers since then: 0');
  });

  it('says when it started', async () => {
    const before = Math.floor(Date.now() / 1000);
    scene = await startScene(new ScriptedGlimpse());
    const [, seconds] = /Started: <t:(\d+):R>/.exec(await about()) ?? [];
    expect(Number(seconds)).toBeGreaterThanOrEqual(before - 1);
    expect(Number(seconds)).toBeLessThanOrEqual(Math.ceil(Date.now() / 1000));
  });

  it('says how far a model is that is not there yet', async () => {
    const source = startGlimpse((onProgress) => {
      onProgress({ id: 'Xenova/clip-vit-base-patch32', receivedBytes: 25, totalBytes: 100 });
      return new Promise(() => undefined);
    });
    scene = await startScene(source);
    expect(await about()).toContain('Model: being downloaded (25 % done)');
  });

  it('says that there is none', async () => {
    const source = startGlimpse(async () => {
      throw new UserError('model-unavailable', 'There is none.');
    });
    await source.ready.catch(() => undefined);
    scene = await startScene(source);
    expect(await about()).toMatch(/Model: none/);
  });

  it('works in direct messages', async () => {
    scene = await startScene(new ScriptedGlimpse());
    const shown = await scene.ana.useSlashCommand(scene.ana.directMessages, 'about');
    expect(wordsOf(panelOf(shown))).toContain('Glimpse');
  });
});
