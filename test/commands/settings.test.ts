import { GatewayIntentBits, PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewCorrection } from '../../src/memory/corrections.ts';
import type { Actor } from '../../src/sandbox/actor.ts';
import { everyComponent } from '../../src/sandbox/component-types.ts';
import { MEMBER_PERMISSIONS } from '../../src/sandbox/permissions.ts';
import type { Guild } from '../../src/sandbox/world.ts';
import { buttonOf, buttonsOf, chosenIn, panelOf, wordsOf } from '../discord/panel-reading.ts';
import { picture, type Scene, startScene } from '../discord/scene.ts';
import { ScriptedGlimpse } from '../discord/scripted-glimpse.ts';

const MANAGER = MEMBER_PERMISSIONS | PermissionFlagsBits.ManageGuild;
const MANAGERS_ONLY = 'Only people who may manage this server can change how I behave in it.';

let glimpse: ScriptedGlimpse;
let scene: Scene;
let guild: Guild;
/** Manages the server. */
let mona: Actor;

async function setScene(options: Parameters<typeof startScene>[1] = {}): Promise<void> {
  scene = await startScene(glimpse, options);
  guild = scene.channel.guild;
  mona = scene.discord.addMember(guild, 'mona', MANAGER);
}

beforeEach(async () => {
  glimpse = new ScriptedGlimpse();
  await setScene();
});
afterEach(() => scene.end());

const open = async (channel = scene.channel) => panelOf(await mona.useSlashCommand(channel, 'settings'));
const choose = async (setting: string, values: Parameters<Actor['choose']>[2]) =>
  panelOf(await mona.choose(await open(), `settings:${setting}`, values));
const ask = async (who = scene.ana, channel = scene.channel) =>
  who.useSlashCommand(channel, 'ask', { question: 'what animal is this?', image: await picture() });
const settingsNow = () => scene.memory.settings.get(guild.id);

describe('/settings', () => {
  it('shows all that can be set to the manager alone', async () => {
    const shown = await mona.useSlashCommand(scene.channel, 'settings');
    expect(shown).toMatchObject({ ephemeral: true, timeline: [{ did: 'defer' }, { did: 'edit' }] });
    const message = panelOf(shown);
    expect(chosenIn(message, 'settings:captions')).toEqual([]);
    expect(chosenIn(message, 'settings:silent')).toEqual([]);
    expect(chosenIn(message, 'settings:roles')).toEqual([]);
    expect(chosenIn(message, 'settings:threshold')).toEqual(['own']);
    expect(chosenIn(message, 'settings:style')).toEqual(['bars']);
    expect(buttonsOf(message)).toMatchObject({ 'Wrong answers (0)': { disabled: true }, Reset: { disabled: false } });
    expect(wordsOf(message)).toContain('Everybody may.');
  });

  it('is not offered to members who may not manage the server, nor outside of servers with the bot', async () => {
    const elsewhere = scene.discord.addChannel(scene.discord.addGuild('Elsewhere', { hasBot: false }), 'general');
    scene.discord.addMember(elsewhere.guild, mona, MANAGER);
    mona.installApp();
    await expect(scene.ana.useSlashCommand(scene.channel, 'settings')).rejects.toThrow(/not shown to members like ana/);
    await expect(mona.useSlashCommand(mona.directMessages, 'settings')).rejects.toThrow(/not shown|not installed/);
    await expect(mona.useSlashCommand(elsewhere, 'settings')).rejects.toThrow(/not shown|not installed/);
  });

  it('is refused by the bot itself where a server shows the command to others', async () => {
    const { commands } = scene.bot.client.application;
    const command = (await commands.fetch()).find(({ name }) => name === 'settings');
    await command?.edit({ defaultMemberPermissions: null });
    const shown = await scene.ana.useSlashCommand(scene.channel, 'settings');
    expect(shown).toMatchObject({ ephemeral: true, message: { content: MANAGERS_ONLY, components: [] } });
  });

  it('refuses every choice and press of somebody who may no longer manage the server', async () => {
    correct({ question: 'what animal is this?' });
    scene.memory.settings.change(guild.id, { allowedRoles: [guild.id] });
    const panel = await open();
    const confirmation = panelOf(await mona.clickButton(await open(), buttonOf(panel, 'Reset')));
    const wrong = panelOf(await mona.clickButton(panel, buttonOf(panel, 'Wrong answers (1)')));
    const before = settingsNow();
    scene.discord.addMember(guild, mona, MEMBER_PERMISSIONS);
    const tries = [
      () => mona.choose(panel, 'settings:captions', [scene.channel]),
      () => mona.choose(panel, 'settings:silent', [scene.channel]),
      () => mona.choose(panel, 'settings:roles', []),
      () => mona.choose(panel, 'settings:threshold', ['0.9']),
      () => mona.choose(panel, 'settings:style', ['short']),
      () => mona.clickButton(panel, buttonOf(panel, 'Let everybody ask')),
      () => mona.clickButton(panel, buttonOf(panel, 'Wrong answers (1)')),
      () => mona.clickButton(panel, buttonOf(panel, 'Reset')),
      () => mona.clickButton(confirmation, buttonOf(confirmation, 'Reset them')),
      () => mona.clickButton(confirmation, buttonOf(confirmation, 'Cancel')),
      () => mona.clickButton(wrong, buttonOf(wrong, 'All as a file')),
    ];
    for (const attempt of tries) {
      const shown = await attempt();
      expect(shown).toMatchObject({ state: 'message', ephemeral: true, message: { content: MANAGERS_ONLY } });
      expect(shown.message?.attachments).toEqual([]);
    }
    expect(settingsNow()).toEqual(before);
  });

  it('changes the overview in place', async () => {
    const shown = await mona.choose(await open(), 'settings:style', ['short']);
    expect(shown).toMatchObject({ state: 'updated', timeline: [{ did: 'update' }] });
    expect(chosenIn(panelOf(shown), 'settings:style')).toEqual(['short']);
  });

  it('can have answers bring a chart in the place of bars', async () => {
    await choose('style', ['chart']);
    const { message } = await ask();
    expect(message?.attachments.map(({ filename }) => filename)).toContain('glimpse-why.png');
    expect(message?.content).not.toContain('█');
  });

  it('remembers after a restart, and so do menus that were open', async () => {
    const panel = await choose('threshold', ['0.7']);
    await scene.restart();
    expect(chosenIn(await open(), 'settings:threshold')).toEqual(['0.7']);
    await mona.choose(panel, 'settings:style', ['short']);
    expect(settingsNow()).toMatchObject({ threshold: 0.7, style: 'short' });
  });

  it('leaves other servers alone', async () => {
    const other = scene.discord.addChannel(scene.discord.addGuild('Other'), 'general');
    scene.discord.addMember(other.guild, mona, MANAGER);
    await choose('style', ['short']);
    expect(chosenIn(await open(other), 'settings:style')).toEqual(['bars']);
  });

  it('stays within what a message holds with everything chosen and nothing permitted', async () => {
    const channels = Array.from({ length: 25 }, (_, at) => scene.discord.addChannel(guild, `channel-${at}`));
    for (const channel of channels) scene.discord.changeChannel(channel, { botPermissions: 0n });
    const roles = Array.from({ length: 25 }, (_, at) => scene.discord.addRole(guild, `role-${at}`));
    await choose('captions', channels);
    await choose('roles', roles);
    scene.memory.settings.change(guild.id, { allowedRoles: [...roles.map(({ id }) => id), '1'] });
    const panel = await choose('silent', [scene.channel]);
    // Other languages take more room than English.
    expect(wordsOf(panel).length).toBeLessThanOrEqual(3000);
    expect([...everyComponent(panel.components)].length).toBeLessThanOrEqual(40);
    expect(wordsOf(panel)).toContain('In 15 more channels I lack something.');
    expect(chosenIn(panel, 'settings:captions')).toHaveLength(25);
  });
});

describe('a silent channel', () => {
  it('gets no answers from then on, and again when it is taken away', async () => {
    await choose('silent', [scene.channel]);
    const refused = await ask();
    expect(refused).toMatchObject({ ephemeral: true });
    expect(refused.message?.content).toMatch(/I don't answer in this channel/);
    expect(glimpse.calls).toEqual([]);
    expect(chosenIn(await choose('silent', []), 'settings:silent')).toEqual([]);
    expect((await ask()).message?.content).toContain('**dog**');
  });

  it('shows its settings all the same', async () => {
    expect(chosenIn(await choose('silent', [scene.channel]), 'settings:silent')).toEqual([scene.channel.id]);
    expect(chosenIn(await open(), 'settings:silent')).toEqual([scene.channel.id]);
  });

  it('is no longer captioned, nor a captioned one silent, which is said', async () => {
    const { id } = scene.channel;
    const other = scene.discord.addChannel(guild, 'other');
    await choose('captions', [scene.channel, other]);
    const silent = await choose('silent', [scene.channel]);
    expect(wordsOf(silent)).toContain(`<#${id}>: silent now, so no longer captioned.`);
    expect(chosenIn(silent, 'settings:captions')).toEqual([other.id]);
    const captioned = await choose('captions', [scene.channel, other]);
    expect(wordsOf(captioned)).toContain(`<#${id}>: captioned now, so no longer silent.`);
    expect(chosenIn(captioned, 'settings:silent')).toEqual([]);
  });

  it('that is deleted leaves the menu', async () => {
    const other = scene.discord.addChannel(guild, 'other');
    await choose('silent', [scene.channel, other]);
    scene.discord.deleteChannel(other);
    await expect.poll(async () => chosenIn(await open(), 'settings:silent')).toEqual([scene.channel.id]);
  });
});

describe('who may ask', () => {
  it('is restricted to roles, and given back to everybody', async () => {
    const { ana, bob, discord } = scene;
    const role = discord.addRole(guild, 'curators');
    discord.giveRole(guild, bob, role);
    const panel = await choose('roles', [role]);
    expect(wordsOf(panel)).toContain('Only people with one of these roles.');
    expect((await ask(ana)).message?.content).toMatch(/only some roles may ask me/);
    expect((await ask(bob)).message?.content).toContain('**dog**');
    const freed = panelOf(await mona.clickButton(panel, buttonOf(panel, 'Let everybody ask')));
    expect(chosenIn(freed, 'settings:roles')).toEqual([]);
    expect(buttonsOf(freed)['Let everybody ask']?.disabled).toBe(true);
    expect((await ask(ana)).message?.content).toContain('**dog**');
  });

  it('is everybody where the role is chosen that everybody has', async () => {
    await choose('roles', [guild.id, scene.discord.addRole(guild, 'curators')]);
    expect(settingsNow().allowedRoles).toEqual([]);
  });

  it('says where all chosen roles are gone, for then nobody may', async () => {
    scene.memory.settings.change(guild.id, { allowedRoles: ['100000000000000001'] });
    const panel = await open();
    expect(wordsOf(panel)).toContain('The roles that you chose are gone, so nobody may ask me.');
    await mona.clickButton(panel, buttonOf(panel, 'Let everybody ask'));
    expect((await ask()).message?.content).toContain('**dog**');
  });
});

describe('answers', () => {
  it('need the confidence that was chosen', async () => {
    glimpse.answer = { ...glimpse.answer, confidence: 0.6 };
    expect((await ask()).message?.content).toContain('**dog** · 60 %');
    await choose('threshold', ['0.7']);
    expect((await ask()).message?.content).toContain("I can't tell. My best guesses: **dog**");
    await choose('threshold', ['own']);
    expect(settingsNow().threshold).toBeUndefined();
    expect((await ask()).message?.content).toContain('**dog** · 60 %');
  });

  it('are short where that was chosen', async () => {
    expect((await ask()).message?.content).toContain('█');
    await choose('style', ['short']);
    const { content = '' } = (await ask()).message ?? {};
    expect(content).toContain('**dog** · 94 %');
    expect(content).not.toContain('█');
  });
});

describe('channels that are captioned by themselves', () => {
  const seeing = { env: { MESSAGE_CONTENT: '1' }, grantedIntents: GatewayIntentBits.MessageContent };

  it('get a caption under every picture, silent ones none', async () => {
    await scene.end();
    await setScene(seeing);
    const { ana, channel, discord } = scene;
    const other = discord.addChannel(guild, 'other');
    expect(wordsOf(await choose('captions', [channel]))).not.toContain("I can't do this yet");
    await ana.post(other, { files: [await picture()] });
    const posted = await ana.post(channel, { content: 'look', files: [await picture()] });
    expect((await ana.replyTo(posted)).content).toContain('A dog on grass.');
    expect(ana.messagesIn(other).filter(({ author }) => author.bot)).toEqual([]);
  });

  it('need the Message Content intent, and the panel says what the owner must do', async () => {
    const words = wordsOf(await choose('captions', [scene.channel]));
    expect(words).toMatch(/I can't do this yet.*Message Content intent.*`MESSAGE_CONTENT=1`/);
  });

  it('need permissions, and the panel says which are missing where', async () => {
    const { ViewChannel, AttachFiles } = PermissionFlagsBits;
    const closed = scene.discord.addChannel(guild, 'closed', { botPermissions: ViewChannel | AttachFiles });
    const fileless = scene.discord.addChannel(guild, 'fileless', { botPermissions: MANAGER & ~AttachFiles });
    const words = wordsOf(await choose('captions', [closed, fileless]));
    expect(words).toContain(`In <#${closed.id}> I lack: Send Messages, Read Message History.`);
    expect(words).not.toContain(`In <#${fileless.id}> I lack`);
    expect(words).toContain(`Without Attach Files I can't show in <#${fileless.id}> the pictures`);
  });

  it('say nothing of permissions that are there', async () => {
    const open = scene.discord.addChannel(guild, 'open');
    expect(wordsOf(await choose('captions', [open]))).not.toMatch(/lack|Without Attach/);
  });
});

describe('a reset', () => {
  it('asks first, and does nothing when cancelled', async () => {
    const panel = await choose('style', ['short']);
    const asked = await mona.clickButton(panel, buttonOf(panel, 'Reset'));
    expect(asked.state).toBe('updated');
    expect(wordsOf(panelOf(asked))).toMatch(/Reset all settings of this server\?/);
    expect(settingsNow().style).toBe('short');
    const cancelled = await mona.clickButton(panelOf(asked), buttonOf(panelOf(asked), 'Cancel'));
    expect(chosenIn(panelOf(cancelled), 'settings:style')).toEqual(['short']);
  });

  it('takes all settings back once confirmed, and leaves the corrections', async () => {
    correct({});
    await choose('silent', [scene.channel]);
    const panel = await choose('style', ['short']);
    const asked = panelOf(await mona.clickButton(panel, buttonOf(panel, 'Reset')));
    const done = panelOf(await mona.clickButton(asked, buttonOf(asked, 'Reset them')));
    expect(wordsOf(done)).toContain('All settings are as at first.');
    expect(chosenIn(done, 'settings:silent')).toEqual([]);
    expect(settingsNow()).toMatchObject({ style: 'bars', silentChannels: [] });
    expect(buttonsOf(done)).toHaveProperty('Wrong answers (1)');
    expect((await ask()).message?.content).toContain('**dog**');
  });
});

describe('the wrong answers of a server', () => {
  const show = async () => {
    const panel = await open();
    const label = Object.keys(buttonsOf(panel)).find((name) => name.startsWith('Wrong answers')) ?? '';
    return mona.clickButton(panel, buttonOf(panel, label));
  };

  it('are shown newest first, without formatting, links or pings, and without those of other servers', async () => {
    correct({ question: 'older?', given: 'cat', right: 'dog' });
    correct({ question: '# @everyone [x](http://x.example)', given: '', right: '**fox**' });
    correct({ question: 'elsewhere?', guildId: '1' });
    const shown = await show();
    expect(shown).toMatchObject({ state: 'message', ephemeral: true });
    const words = wordsOf(panelOf(shown));
    expect(words).toMatch(
      /> \\# \\@everyone \\\[x\\\]\(http\\:\/\/x.example\)\nI gave no answer, right is \*\*\\\*\\\*fox\\\*\\\*\*\*\n-# <t:\d+:R>\n> older\?\nI said \*\*cat\*\*, right is \*\*dog\*\*/,
    );
    expect(words).not.toContain('elsewhere');
    expect(shown.message).toMatchObject({ mentions: [], mention_everyone: false });
  });

  it('are as many as a message holds, and the rest is counted', async () => {
    const long = '*'.repeat(200);
    for (let i = 0; i < 30; i++) correct({ question: long, given: long, right: long });
    const words = wordsOf(panelOf(await show()));
    expect(words.length).toBeLessThanOrEqual(4000);
    const shown = words.match(/<t:/g)?.length ?? 0;
    expect(shown).toBeGreaterThan(3);
    expect(words).toContain(`${30 - shown} older ones are in the file.`);
  });

  it('come as a file with no name of a person in it', async () => {
    correct({ question: 'older?', given: 'cat', right: 'dog', byUserId: '999' });
    correct({ question: 'newer?', given: 'cat', right: 'dog', byUserId: '999' });
    const panel = panelOf(await show());
    const shown = await mona.clickButton(panel, buttonOf(panel, 'All as a file'));
    expect(shown).toMatchObject({ ephemeral: true, message: { content: '2 wrong answers, as JSON.' } });
    const [file] = shown.message?.attachments ?? [];
    expect(file?.filename).toBe('wrong-answers.json');
    const text = await (await fetch(file?.url ?? '')).text();
    expect(text).not.toContain('999');
    expect(JSON.parse(text)).toEqual([
      expect.objectContaining({ question: 'older?', given: 'cat', right: 'dog', channel: scene.channel.id }),
      expect.objectContaining({ question: 'newer?', at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) }),
    ]);
  });

  it('say which permission a file needs', async () => {
    const { channel, discord } = scene;
    correct({});
    const panel = panelOf(await show());
    discord.changeChannel(channel, { botPermissions: channel.botPermissions & ~PermissionFlagsBits.AttachFiles });
    const shown = await mona.clickButton(panel, buttonOf(panel, 'All as a file'));
    expect(shown.message?.content).toMatch(/permission Attach Files/);
  });
});

function correct(correction: Partial<NewCorrection>): void {
  scene.memory.corrections.add({
    answerId: 'gone',
    guildId: guild.id,
    channelId: scene.channel.id,
    question: 'what?',
    given: 'cat',
    right: 'dog',
    byUserId: scene.bob.user.id,
    ...correction,
  });
}
