import { ChannelType, Events, type Message, PermissionFlagsBits, Routes } from 'discord.js';
import { expect, test } from 'vitest';
import { next, PIXEL, present, refusal, restOf, startBot, startDiscord } from './bot.ts';

test('a bot that is removed from a server knows it no longer, and has nothing to say there', async () => {
  const { discord, guild, channel, ana } = await startDiscord();
  const bot = await startBot(discord);
  const removed = next(bot, Events.GuildDelete);
  discord.removeBot(guild);
  expect((await removed)[0].id).toBe(guild.id);
  expect(bot.guilds.cache.has(guild.id)).toBe(false);
  const send = restOf(discord).post(Routes.channelMessages(channel.id), { body: { content: 'hi' } });
  expect(await refusal(send)).toMatchObject({ status: 403, code: 50001 });
  expect(ana.commandsIn(channel)).toEqual([]);
});

test('a bot that is added to a server later, or again, hears of it and of what is said there', async () => {
  const { discord, guild, channel, ana } = await startDiscord();
  discord.removeBot(guild);
  const bot = await startBot(discord, { onMessage: (message) => message.reply('here I am') });
  expect(bot.guilds.cache.size).toBe(0);
  const added = next(bot, Events.GuildCreate);
  discord.addBot(guild);
  expect((await added)[0].channels.cache.has(channel.id)).toBe(true);
  expect((await ana.replyTo(await ana.post(channel, 'anybody?'))).content).toBe('here I am');
});

test('a bot leaves a server by itself', async () => {
  const { discord, guild } = await startDiscord();
  const bot = await startBot(discord);
  const left = next(bot, Events.GuildDelete);
  await bot.guilds.cache.get(guild.id)?.leave();
  await left;
  expect(guild.hasBot).toBe(false);
  expect(discord.problems).toEqual([]);
});

test('an outage is no removal: the server is back when it ends, and silent until then', async () => {
  const { discord, guild, channel, ana } = await startDiscord();
  const heard: string[] = [];
  const bot = await startBot(discord, { onMessage: async ({ content }) => heard.push(content) });
  const gone = next(bot, Events.GuildUnavailable);
  discord.failGuild(guild);
  await gone;
  await ana.post(channel, `${discord.botMention} lost`);
  const back = next(bot, Events.GuildAvailable);
  discord.restoreGuild(guild);
  await back;
  const last = next(bot, Events.MessageCreate);
  await ana.post(channel, `${discord.botMention} found`);
  await last;
  expect(heard).toEqual([`${discord.botMention} found`]);
});

test('a deleted channel is gone with its messages and threads, for the bot and for people', async () => {
  const { discord, channel, ana } = await startDiscord();
  const bot = await startBot(discord);
  const message = await ana.post(channel, 'soon gone');
  const thread = discord.addThread(channel, 'details');
  const deleted = next(bot, Events.ChannelDelete);
  discord.deleteChannel(channel);
  expect((await deleted)[0].id).toBe(channel.id);
  const rest = restOf(discord);
  expect(await refusal(rest.get(Routes.channel(channel.id)))).toMatchObject({ status: 404, code: 10003 });
  expect(await refusal(rest.get(Routes.channel(thread.id)))).toMatchObject({ code: 10003 });
  expect(await refusal(rest.get(Routes.channelMessage(channel.id, message.id)))).toMatchObject({ code: 10003 });
  await expect(ana.post(channel, 'hello?')).rejects.toThrow('ana is not in that channel');
});

test('an answer to an interaction whose channel is deleted in the meantime is refused', async () => {
  const { discord, channel, ana } = await startDiscord();
  const refused = new Promise((resolve, reject) => {
    startBot(discord, {
      onInteraction: async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        await interaction.deferReply();
        discord.deleteChannel(channel);
        refusal(interaction.editReply('a cat')).then(resolve, reject);
      },
    }).then(async (bot) => {
      await bot.application?.commands.set([{ name: 'ask', description: 'Asks.' }]);
      ana.useSlashCommand(channel, 'ask').catch(() => {});
    }, reject);
  });
  expect(await refused).toMatchObject({ status: 404, code: 10008 });
});

test('a channel that changes, even out of the bot’s sight, is told', async () => {
  const { discord, channel } = await startDiscord();
  const bot = await startBot(discord);
  const restricted = next(bot, Events.ChannelUpdate);
  discord.changeChannel(channel, { nsfw: true, name: 'adults' });
  expect((await restricted)[1]).toMatchObject({ nsfw: true, name: 'adults' });
  const hidden = next(bot, Events.ChannelUpdate);
  discord.changeChannel(channel, { botPermissions: 0n });
  await hidden;
  const known = bot.channels.cache.get(channel.id);
  expect(known?.isTextBased() && !known.isDMBased() && known.viewable).toBe(false);
  expect(await refusal(restOf(discord).get(Routes.channelMessages(channel.id)))).toMatchObject({ code: 50001 });
});

test('messages that are deleted at once are told at once', async () => {
  const { discord, guild, channel, ana } = await startDiscord();
  const messages = [await ana.post(channel, 'one'), await ana.post(channel, 'two')];
  const bot = await startBot(discord);
  const raw = new Promise<{ ids: string[]; guild_id: string }>((resolve) => {
    bot.on(Events.Raw, ({ t, d }: { t: string; d: never }) => t === 'MESSAGE_DELETE_BULK' && resolve(d));
  });
  discord.bulkDelete(messages);
  expect(await raw).toMatchObject({ ids: messages.map(({ id }) => id), guild_id: guild.id });
  expect(ana.messagesIn(channel)).toEqual([]);
});

test('those who manage messages delete other people’s, and nobody else does', async () => {
  const { discord, guild, channel, ana } = await startDiscord();
  const message = await ana.post(channel, 'rude');
  const bob = discord.addMember(guild, 'bob');
  await expect(bob.delete(message)).rejects.toThrow('only its author deletes a message');
  discord.giveRole(guild, bob, discord.addRole(guild, 'mods', { permissions: PermissionFlagsBits.ManageMessages }));
  await bob.delete(message);
  expect(ana.messagesIn(channel)).toEqual([]);
});

test('a command for those who manage the server is offered to them and to administrators alone', async () => {
  const { discord, guild, channel, ana } = await startDiscord();
  const bot = await startBot(discord, {
    onInteraction: async (interaction) =>
      interaction.isChatInputCommand() &&
      interaction.reply(`${interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild)}`),
  });
  const permissions = { defaultMemberPermissions: PermissionFlagsBits.ManageGuild };
  await bot.application?.commands.set([{ name: 'settings', description: 'Changes settings.', ...permissions }]);
  const boss = discord.addMember(guild, 'boss', PermissionFlagsBits.ManageGuild);
  expect([ana.commandsIn(channel), boss.commandsIn(channel).map(({ name }) => name)]).toEqual([[], ['settings']]);
  expect((await boss.useSlashCommand(channel, 'settings')).message?.content).toBe('true');
  discord.giveRole(guild, ana, discord.addRole(guild, 'admins', { permissions: PermissionFlagsBits.Administrator }));
  expect(ana.commandsIn(channel)).toHaveLength(1);
});

test('a person who joins another server, or is given other permissions, is the same person', async () => {
  const { discord, guild, channel, ana } = await startDiscord();
  const other = discord.addGuild('Elsewhere');
  expect(discord.addMember(other, ana)).toBe(ana);
  await ana.post(discord.addChannel(other, 'general'), 'here, too');
  discord.addMember(guild, ana, PermissionFlagsBits.ManageMessages);
  const bob = discord.addMember(guild, 'bob');
  await ana.delete(await bob.post(channel, 'rude'));
});

test('a public thread belongs to its channel, as old as the message that it was started from', async () => {
  const { discord, channel, ana } = await startDiscord();
  discord.changeChannel(channel, { nsfw: true });
  const starter = await ana.post(channel, { files: [{ name: 'cat.png', bytes: PIXEL }] });
  const bot = await startBot(discord, { onMessage: (message: Message) => message.reply(`in ${message.channelId}`) });
  const created = next(bot, Events.ThreadCreate);
  const thread = discord.addThread(channel, 'the cat', { from: starter, owner: ana });
  const [seen, isNew] = await created;
  expect([seen.id, seen.parentId, seen.type, seen.ownerId, isNew]).toEqual([
    starter.id,
    channel.id,
    ChannelType.PublicThread,
    ana.user.id,
    true,
  ]);
  expect([seen.parent?.nsfw, thread.nsfw]).toEqual([true, true]);
  expect((await ana.replyTo(await ana.post(thread, 'what is it?'))).content).toBe(`in ${thread.id}`);
  expect(await restOf(discord).get(Routes.channel(thread.id))).toMatchObject({ type: 11, parent_id: channel.id });
  expect(discord.problems).toEqual([]);
});

test('a thread is known from the start, can be renamed and deleted, and writing in it is a permission of its own', async () => {
  const { discord, guild } = await startDiscord();
  const { ViewChannel, SendMessages } = PermissionFlagsBits;
  const channel = discord.addChannel(guild, 'quiet', { botPermissions: ViewChannel | SendMessages });
  const thread = discord.addThread(channel, 'details');
  const bot = await startBot(discord);
  expect(bot.channels.cache.get(thread.id)?.isThread()).toBe(true);
  const send = (id: string) => restOf(discord).post(Routes.channelMessages(id), { body: { content: 'hi' } });
  await send(channel.id);
  expect(await refusal(send(thread.id))).toMatchObject({ status: 403, code: 50013 });
  const renamed = next(bot, Events.ThreadUpdate);
  discord.changeChannel(thread, { name: 'more details' });
  expect((await renamed)[1].name).toBe('more details');
  expect(() => discord.changeChannel(thread, { nsfw: true })).toThrow('a thread is as its channel is');
  const deleted = next(bot, Events.ThreadDelete);
  discord.deleteChannel(thread);
  expect((await deleted)[0].id).toBe(thread.id);
});

test('a person uses a command in a thread of an age-restricted channel', async () => {
  const { discord, channel, ana } = await startDiscord();
  discord.changeChannel(channel, { nsfw: true });
  const thread = discord.addThread(channel, 'details');
  const bot = await startBot(discord, {
    onInteraction: async (interaction) => {
      if (!interaction.isChatInputCommand() || !interaction.channel?.isThread()) return;
      await interaction.reply(`${interaction.channel.parent?.nsfw}`);
    },
  });
  await bot.application?.commands.set([{ name: 'ask', description: 'Asks.', nsfw: true }]);
  expect(present((await ana.useSlashCommand(thread, 'ask')).message).content).toBe('true');
});

test('a new role is heard of', async () => {
  const { discord, guild } = await startDiscord();
  const bot = await startBot(discord);
  const role = next(bot, Events.GuildRoleCreate);
  discord.addRole(guild, 'mods', { mentionable: true });
  expect((await role)[0]).toMatchObject({ name: 'mods', mentionable: true });
});
