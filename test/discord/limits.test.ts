import { MessageFlags } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RATES } from '../../src/discord/admission.ts';
import { EN } from '../../src/discord/words/en.ts';
import type { Actor } from '../../src/sandbox/actor.ts';
import type { GuildChannel } from '../../src/sandbox/world.ts';
import { picture, type Scene, startScene } from './scene.ts';
import { ScriptedGlimpse } from './scripted-glimpse.ts';

let glimpse: ScriptedGlimpse;
let scene: Scene;
let file: Awaited<ReturnType<typeof picture>>;

beforeEach(async () => {
  glimpse = new ScriptedGlimpse();
  // Time stands still, so that no token comes back while a slow machine is at it.
  scene = await startScene(glimpse, { botNow: () => 0 });
  file = await picture();
});
afterEach(() => scene.end());

const mention = (who: Actor, channel: GuildChannel = scene.channel) =>
  who.post(channel, { content: `${scene.discord.botMention} what?`, files: [file] });
const ask = (who: Actor, channel: GuildChannel = scene.channel) =>
  who.useSlashCommand(channel, 'ask', { question: 'what is it?', image: file });
const member = (name: string) => scene.discord.addMember(scene.channel.guild, name);

async function repeatedly(count: number, act: (index: number) => Promise<unknown>): Promise<void> {
  for (let index = 0; index < count; index += 1) await act(index);
}

/** Everything that the bot said in a channel for all to see. */
const said = (channel: GuildChannel = scene.channel) =>
  scene.bob
    .messagesIn(channel)
    .flatMap(({ author, content, flags = 0 }) =>
      author.bot && (flags & MessageFlags.Ephemeral) === 0 ? [content] : [],
    );

describe('a person', () => {
  it('is told in a channel, once, that it was too much, and by a command each time and alone', async () => {
    const { ana } = scene;
    await repeatedly(RATES.person.burst, async () => ana.replyTo(await mention(ana)));
    const refused = await ana.replyTo(await mention(ana));
    expect(refused.content).toMatch(/^That was a lot at once\. Please wait \d seconds? and ask again\.$/);
    await repeatedly(3, () => mention(ana));
    const before = said().length;
    for (const shown of [await ask(ana), await ask(ana)]) {
      expect(shown.message?.content).toMatch(/^That was a lot at once/);
      expect(shown.ephemeral).toBe(true);
    }
    expect(said()).toHaveLength(before);
    expect(said().filter((content) => content.startsWith('That was a lot'))).toHaveLength(1);
    expect(glimpse.calls).toHaveLength(RATES.person.burst);
  });

  it('is told the same in another channel', async () => {
    const { ana, channel, discord } = scene;
    const other = discord.addChannel(channel.guild, 'other');
    await repeatedly(RATES.person.burst, () => ask(ana));
    expect((await ana.replyTo(await mention(ana))).content).toMatch(/^That was a lot/);
    expect((await ana.replyTo(await mention(ana, other))).content).toMatch(/^That was a lot/);
  });

  it('does not stop others', async () => {
    await repeatedly(RATES.person.burst + 1, () => ask(scene.ana));
    expect((await scene.bob.replyTo(await mention(scene.bob))).content).toContain('**dog**');
  });

  it('is told again when it is too much anew after they were let in', async () => {
    const { ana } = scene;
    const waits = async (release: () => void) => {
      const first = await mention(ana);
      expect((await ana.replyTo(await mention(ana))).content).toBe(EN.refusals.oneAtATime);
      await mention(ana);
      release();
      await ana.replyTo(first);
    };
    await waits(glimpse.hold());
    await waits(glimpse.hold());
    expect(said().filter((content) => content === EN.refusals.oneAtATime)).toHaveLength(2);
  });
});

describe('a channel', () => {
  it('is told once, not each of its people', async () => {
    await repeatedly(RATES.channel.burst, async (index) => ask(member(`person ${index}`)));
    const [ada, eve] = [member('ada'), member('eve')];
    const refused = await ada.replyTo(await mention(ada));
    expect(refused.content).toMatch(/^This channel has asked a lot just now\. Please try again in \d seconds?\.$/);
    await mention(eve);
    expect((await ask(eve)).message?.content).toMatch(/^This channel has asked a lot/);
    expect(said().filter((content) => content.startsWith('This channel'))).toHaveLength(1);
    const quiet = scene.discord.addChannel(scene.channel.guild, 'quiet');
    expect((await ada.replyTo(await mention(ada, quiet))).content).toContain('**dog**');
  });
});

describe('a server', () => {
  it('is told so, and another one is answered', async () => {
    const { discord, channel } = scene;
    const channels = [channel, discord.addChannel(channel.guild, 'b'), discord.addChannel(channel.guild, 'c')] as const;
    await repeatedly(RATES.server.burst, async (index) =>
      ask(member(`person ${index}`), channels[(index % 3) as 0 | 1 | 2]),
    );
    const ada = member('ada');
    const elsewhere = discord.addChannel(discord.addGuild('Elsewhere'), 'general');
    discord.addMember(elsewhere.guild, ada);
    const refused = await ada.replyTo(await mention(ada, discord.addChannel(channel.guild, 'd')));
    expect(refused.content).toMatch(/^This server has asked a lot just now/);
    expect((await ada.replyTo(await mention(ada, elsewhere))).content).toContain('**dog**');
  }, 20_000);
});

describe('a silent channel', () => {
  beforeEach(() => {
    const { memory, channel } = scene;
    memory.settings.change(channel.guild.id, { silentChannels: [channel.id], captionChannels: [channel.id] });
  });

  it('hears nothing of a mention, of a hidden reply or of a picture, and neither do its threads', async () => {
    const { ana, bob, channel, discord } = scene;
    const thread = discord.addThread(channel, 'thread');
    await mention(ana);
    await mention(ana, thread);
    await ana.post(channel, { files: [file] });
    await bob.replyTo(await mention(bob, discord.addChannel(channel.guild, 'loud')));
    expect([...said(), ...said(thread)]).toEqual([]);
    expect(glimpse.calls).toHaveLength(1);
  });

  it('is told to whoever uses a command there, and to them alone', async () => {
    const shown = await ask(scene.ana);
    expect(shown.message?.content).toBe(EN.refusals.silentChannel);
    expect(shown.ephemeral).toBe(true);
  });
});

describe('a server where only some roles may ask', () => {
  it('answers those who have one of them, and tells the others once', async () => {
    const { ana, bob, channel, discord, memory } = scene;
    const role = discord.addRole(channel.guild, 'curious');
    discord.giveRole(channel.guild, ana, role);
    memory.settings.change(channel.guild.id, { allowedRoles: [role.id] });
    expect((await ana.replyTo(await mention(ana))).content).toContain('**dog**');
    expect((await bob.replyTo(await mention(bob))).content).toBe(EN.refusals.notAllowed);
    await mention(bob);
    const shown = await ask(bob);
    expect(shown).toMatchObject({ ephemeral: true, message: { content: EN.refusals.notAllowed } });
    await ana.replyTo(await mention(ana));
    expect(said().filter((content) => content === EN.refusals.notAllowed)).toHaveLength(1);
    expect(glimpse.calls).toHaveLength(2);
  });
});
