import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

const rank = async (texts: string, more: { readonly private?: boolean } = {}) =>
  scene.ana.useSlashCommand(scene.channel, 'rank', { texts, image: await picture(), ...more });

describe('/rank', () => {
  it('ranks the texts that were given, and shows all as bars', async () => {
    const shown = await rank('a cat, a dog, a fox');
    expect(glimpse.calls[0]).toMatchObject({ work: 'rank', words: 'a cat | a dog | a fox' });
    expect(shown.message?.content).toMatch(
      /^\*\*a cat\*\* fits best · 33 %\n```\n(█{3}░{7} {2}33 % {2}a \w{3}\n){3}```\n/,
    );
    expect(labelsUnder(shown.message)).toEqual(['Ask again', 'Delete']);
  });

  it('describes the picture that it shows by a caption, not by the best of a bad lot', async () => {
    const shown = await rank('a spaceship, a dragon');
    expect(shown.message?.attachments).toMatchObject([{ description: 'A dog on grass.' }]);
  });

  it('shows nobody else what is ranked privately, and needs no caption then', async () => {
    const shown = await rank('a cat, a dog', { private: true });
    expect(shown).toMatchObject({ ephemeral: true, message: { attachments: [] } });
    expect(glimpse.calls.map(({ work }) => work)).toEqual(['rank']);
    expect(scene.bob.messagesIn(scene.channel)).toEqual([]);
  });

  it('takes 25 of the longest texts', async () => {
    const texts = Array.from({ length: 25 }, (_, at) => `${at}`.padEnd(38, '`|*'))
      .join(', ')
      .slice(0, 1000);
    const shown = await rank(texts);
    expectUnbroken(shown.message?.content ?? '', 0);
    expect(shown.message?.content.match(/^[█░]{10}/gm)).toHaveLength(25);
  });

  it.each([
    ['a single text', 'a cat', /at least two texts/],
    ['more than 25 texts', Array.from({ length: 26 }, (_, at) => `text ${at}`).join(','), /26 texts.*up to 25/],
  ])('refuses %s before it looks at the picture', async (_, texts, sentence) => {
    await rank(texts);
    expect(await whisperedTo(scene.ana, scene.channel)).toMatch(sentence);
    expect(glimpse.calls).toEqual([]);
  });
});
