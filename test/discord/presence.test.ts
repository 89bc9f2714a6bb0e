import type { Client } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { presenceOf, showPresence } from '../../src/discord/presence.ts';
import { waitUntil } from '../../src/sandbox/waiting.ts';
import { UserError } from '../../src/user-error.ts';
import { type Scene, startScene } from './scene.ts';
import { ScriptedGlimpse } from './scripted-glimpse.ts';
import { type ScriptedSource, scriptedSource } from './scripted-source.ts';

let model: ScriptedSource;

beforeEach(() => {
  model = scriptedSource(new ScriptedGlimpse());
});

describe('presenceOf', () => {
  it.each([
    [{ phase: 'ready' }, { status: 'online', text: 'pictures · /ask' }],
    [{ phase: 'loading' }, { status: 'idle', text: 'waking up: loading the model' }],
    [
      { phase: 'downloading', received: 1, total: 3 },
      { status: 'idle', text: 'downloading the model: 33 %' },
    ],
    [
      { phase: 'downloading', received: 1, total: undefined },
      { status: 'idle', text: 'waking up: loading the model' },
    ],
    [
      { phase: 'failed', error: new Error() },
      { status: 'dnd', text: 'out of order: no model' },
    ],
  ] as const)('of %j is %j', (state, presence) => {
    expect(presenceOf(state)).toEqual(presence);
  });
});

describe('in Discord', () => {
  let scene: Scene;

  beforeEach(async () => {
    model.receive(1, 4);
    scene = await startScene(model.source);
  });
  afterEach(() => scene.end());

  /** What stands below the bot's name, as soon as it is this. */
  const shows = (text: string) => {
    const { gateway } = scene.discord;
    const shown = () => gateway.presence?.activities[0]?.state;
    return waitUntil(
      (listener) => gateway.presenceChanged.listen(listener),
      () => (shown() === text ? gateway.presence : undefined),
      20_000,
      () => `${text}, but it is: ${shown()}`,
    );
  };

  it('everybody sees that the model is on its way, and then that it is there', async () => {
    expect(await shows('downloading the model: 25 %')).toMatchObject({ status: 'idle' });
    await model.arrive();
    expect(await shows('pictures · /ask')).toMatchObject({ status: 'online' });
  });

  it('everybody sees that the model cannot be had', async () => {
    model.fail(new UserError('model-unavailable', 'It could not be fetched.'));
    expect(await shows('out of order: no model')).toMatchObject({ status: 'dnd' });
  });

  it('a new session shows it again', async () => {
    await model.arrive();
    await shows('pictures · /ask');
    const changed = new Promise((resolve) => scene.discord.gateway.presenceChanged.listen(resolve));
    scene.discord.gateway.invalidateSessions(false);
    await changed;
    await shows('pictures · /ask');
  }, 30_000);
});

describe('showPresence', () => {
  it('changes no more often than Discord allows, but at once when it is final', () => {
    const texts: string[] = [];
    let time = 0;
    const user = {
      setPresence: ({ activities }: { activities: { state: string }[] }) => texts.push(activities[0]?.state ?? ''),
    };
    const client = { user, on: () => {}, off: () => {} } as unknown as Client<true>;
    const stop = showPresence(client, model.source, () => time);
    model.receive(10, 100);
    time += 15_000;
    model.receive(20, 100);
    model.receive(30, 100);
    expect(texts).toEqual(['waking up: loading the model', 'downloading the model: 20 %']);
    stop();
    time += 15_000;
    model.receive(40, 100);
    expect(texts).toHaveLength(2);
  });
});
