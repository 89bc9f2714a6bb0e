import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { waitUntil } from '../../src/sandbox/waiting.ts';
import type { Guild } from '../../src/sandbox/world.ts';
import { picture, type Scene, startScene } from './scene.ts';
import { ScriptedGlimpse } from './scripted-glimpse.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

let scene: Scene;
/** Milliseconds by which the clocks of Discord and of the memory are ahead. */
let ahead: number;
let home: Guild;

beforeEach(async () => {
  ahead = 0;
  scene = await startScene(new ScriptedGlimpse(), { now: () => Date.now() + ahead });
  home = scene.channel.guild;
  scene.memory.settings.change(home.id, { style: 'short' });
  const { discord, ana, channel } = scene;
  await ana.replyTo(await ana.post(channel, { content: `${discord.botMention} what?`, files: [await picture()] }));
});
afterEach(() => scene.end());

const isKept = () => scene.memory.settings.get(home.id).style === 'short';
/** As soon as the server counts as one that the bot is in, or as one that it has left. */
const counts = async (as: 'known' | 'left') => {
  const { client } = scene.bot;
  await waitUntil(
    (listener) => {
      const timer = setInterval(listener, 5);
      return () => clearInterval(timer);
    },
    () => scene.memory.settings.known().includes(home.id) === (as === 'known') || undefined,
    5_000,
    () => `the server does not count as ${as}; the bot is in: ${[...client.guilds.cache.keys()]}`,
  );
};

/** After so many days the bot starts anew, and tidies up as it does every few hours. */
async function startAnew(days: number): Promise<void> {
  ahead += days * DAY_MS;
  await scene.restart();
}

describe('a server that the bot was removed from', () => {
  it('is kept for a week, and then all of it is deleted', async () => {
    scene.discord.removeBot(home);
    await counts('left');
    await startAnew(6.9);
    expect(isKept()).toBe(true);
    await startAnew(0.2);
    expect(isKept()).toBe(false);
    expect(scene.log).toContainEqual(expect.objectContaining({ msg: 'deleted what was past its time', servers: 1 }));
  });

  it('is kept where the bot was added again in time', async () => {
    scene.discord.removeBot(home);
    await counts('left');
    await startAnew(6);
    scene.discord.addBot(home);
    await counts('known');
    await startAnew(8);
    expect(isKept()).toBe(true);
  });

  it('counts as left from the next start where it happened while the bot was off', async () => {
    await scene.bot.stop();
    scene.discord.removeBot(home);
    await startAnew(0);
    await counts('left');
    await startAnew(8);
    expect(isKept()).toBe(false);
  });

  it('counts as joined from the next start where the bot was added while it was off', async () => {
    scene.discord.removeBot(home);
    await counts('left');
    await scene.bot.stop();
    scene.discord.addBot(home);
    await startAnew(6);
    await startAnew(8);
    expect(isKept()).toBe(true);
  });
});

describe('a server that Discord has trouble with', () => {
  it('counts as one that the bot is in', async () => {
    scene.discord.failGuild(home);
    await startAnew(8);
    await startAnew(8);
    expect(isKept()).toBe(true);
    scene.discord.restoreGuild(home);
  });
});

describe('a memory that fails', () => {
  it('ends nothing: what happened is logged as a bug, and the bot goes on', async () => {
    const { discord, ana, channel, memory, bot } = scene;
    const elsewhere = discord.addGuild('Elsewhere');
    memory.close();
    discord.removeBot(elsewhere);
    expect(await scene.logged(({ left }) => left === elsewhere.id)).toMatchObject({ errorId: expect.any(String) });
    await ana.post(channel, { content: `${discord.botMention} what?`, files: [await picture()] });
    await ana.waitForMessage(channel, ({ content }) => content.includes('error id'), 'a sentence about a bug');
    expect(bot.client.isReady()).toBe(true);
  });
});
