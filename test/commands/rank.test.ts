import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { picture, type Scene, startScene, whisperedTo } from '../discord/scene.ts';
import { ScriptedGlimpse } from '../discord/scripted-glimpse.ts';

let glimpse: ScriptedGlimpse;
let scene: Scene;

beforeEach(async () => {
  glimpse = new ScriptedGlimpse();
  scene = await startScene(glimpse);
});
afterEach(() => scene.end());

const rank = async (texts: string) =>
  scene.ana.useSlashCommand(scene.channel, 'rank', { texts, image: await picture() });

describe('/rank', () => {
  it('ranks the texts that were given, and shows all as bars', async () => {
    const shown = await rank('a cat, a dog; a fox');
    expect(glimpse.calls.map(({ words }) => words)).toEqual(['a cat | a dog | a fox']);
    expect(shown.message?.content).toMatch(
      /^\*\*a cat\*\* fits best · 33 %\n```\n(█{3}░{7} {2}33 % {2}a \w{3}\n){3}```\n/,
    );
  });

  it('asks for a second text before it looks at the picture', async () => {
    await rank('a cat');
    expect(await whisperedTo(scene.ana, scene.channel)).toMatch(/at least two texts/);
    expect(glimpse.calls).toEqual([]);
  });
});
