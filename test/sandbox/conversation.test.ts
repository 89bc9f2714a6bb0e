import { ChannelType, Events, PermissionFlagsBits, Routes } from 'discord.js';
import { expect, test } from 'vitest';
import { next, PIXEL, refusal, restOf, startBot, startDiscord } from './bot.ts';

test('the unmodified discord.js client logs in and finds the server and its channel', async () => {
  const { discord, guild, channel } = await startDiscord();
  const bot = await startBot(discord);
  expect(bot.user?.id).toBe(discord.applicationId);
  expect(bot.guilds.cache.get(guild.id)?.name).toBe('Sandbox');
  expect(bot.channels.cache.get(channel.id)?.type).toBe(ChannelType.GuildText);
});

test('a reply to a mention reaches the person who asked, as a reply', async () => {
  const { discord, channel, ana } = await startDiscord();
  await startBot(discord, { onMessage: (message) => message.reply(`You wrote: ${message.content}`) });
  const question = await ana.post(channel, `${discord.botMention} what animal is this?`);
  const reply = await ana.replyTo(question);
  expect(reply.content).toBe(`You wrote: ${discord.botMention} what animal is this?`);
  expect(reply.referenced_message?.id).toBe(question.id);
  expect(reply.author.id).toBe(discord.applicationId);
});

test('a bot hears direct messages, even from somebody it shares no server with', async () => {
  const { discord } = await startDiscord();
  await startBot(discord, { onMessage: (message) => message.reply(`${message.guild} ${message.content}`) });
  const stranger = discord.addStranger('otto');
  const reply = await stranger.replyTo(await stranger.dm('hello'));
  expect(reply.content).toBe('null hello');
});

test('a posted picture is fetched from the CDN, with its true size and type', async () => {
  const { discord, channel, ana } = await startDiscord();
  const bot = await startBot(discord);
  const seen = next(bot, Events.MessageCreate);
  await ana.post(channel, {
    content: discord.botMention,
    files: [{ name: 'a cat.png', bytes: PIXEL, description: 'a cat' }],
  });
  const attachment = (await seen)[0].attachments.first();
  expect(attachment).toMatchObject({
    name: 'a_cat.png',
    contentType: 'image/png',
    size: PIXEL.byteLength,
    width: 1,
    height: 1,
    description: 'a cat',
    spoiler: false,
  });
  const response = await fetch(attachment?.url ?? '');
  expect(response.headers.get('content-type')).toBe('image/png');
  expect(Buffer.from(await response.arrayBuffer())).toEqual(PIXEL);
});

test('an attachment can be hidden behind a spoiler and can lie about itself', async () => {
  const { discord, channel, ana } = await startDiscord();
  const message = await ana.post(channel, {
    content: discord.botMention,
    files: [{ name: 'cat.png', bytes: PIXEL, spoiler: true, claims: { size: 7, content_type: 'image/webp' } }],
  });
  expect(message.attachments[0]).toMatchObject({
    filename: 'SPOILER_cat.png',
    flags: 8,
    size: 7,
    content_type: 'image/webp',
  });
});

test('files that the bot sends arrive, each with its alt text', async () => {
  const { discord, channel, ana } = await startDiscord();
  await startBot(discord, {
    onMessage: (message) =>
      message.reply({ files: [{ attachment: PIXEL, name: 'answer.png', description: 'one pixel' }] }),
  });
  const reply = await ana.replyTo(await ana.post(channel, 'draw me something'));
  expect(reply.attachments[0]).toMatchObject({ filename: 'answer.png', description: 'one pixel', width: 1 });
  const bytes = await (await fetch(reply.attachments[0]?.url ?? '')).arrayBuffer();
  expect(Buffer.from(bytes)).toEqual(PIXEL);
});

test('a person waits through edits for the reply that counts', async () => {
  const { discord, channel, ana } = await startDiscord();
  await startBot(discord, {
    onMessage: async (message) => (await message.reply('looking ...')).edit('a cat'),
  });
  const question = await ana.post(channel, 'what is it?');
  const reply = await ana.replyTo(question, ({ content }) => content !== 'looking ...');
  expect(reply.content).toBe('a cat');
  expect(reply.edited_timestamp).not.toBeNull();
});

test('a person who gets no reply is told what was in the channel', async () => {
  const { discord, channel, ana } = await startDiscord({ patienceMs: 1 });
  await startBot(discord);
  const question = await ana.post(channel, 'anybody?');
  await expect(ana.replyTo(question)).rejects.toThrow('ana: anybody?');
});

test('edits and deletions reach the bot', async () => {
  const { discord, channel, ana } = await startDiscord();
  const bot = await startBot(discord);
  const created = next(bot, Events.MessageCreate);
  const message = await ana.post(channel, `${discord.botMention} first`);
  await created;
  const updated = next(bot, Events.MessageUpdate);
  await ana.edit(message, `${discord.botMention} second`);
  expect((await updated)[1].content).toBe(`${discord.botMention} second`);
  const deleted = next(bot, Events.MessageDelete);
  await ana.delete(message);
  expect((await deleted)[0].id).toBe(message.id);
});

test('a forwarded picture comes inside a snapshot', async () => {
  const { discord, channel, ana } = await startDiscord();
  const original = await ana.post(channel, { content: 'mine', files: [{ name: 'cat.png', bytes: PIXEL }] });
  const bot = await startBot(discord);
  const forwarded = next(bot, Events.MessageCreate);
  await ana.forward(original, ana.directMessages);
  const [message] = await forwarded;
  expect(message.messageSnapshots.first()?.attachments.first()?.name).toBe('cat.png');
});

test('replying to the bot pings it, but replying to its answer to a command does not', async () => {
  const { discord, channel, ana } = await startDiscord();
  const bot = await startBot(discord, {
    onMessage: (message) => message.reply('hello'),
    onInteraction: async (interaction) => interaction.isChatInputCommand() && interaction.reply('pong'),
  });
  await bot.application?.commands.set([{ name: 'ping', description: 'Answers.' }]);
  const plain = await ana.replyTo(await ana.post(channel, 'hi'));
  const answer = await ana.useSlashCommand(channel, 'ping');
  expect((await ana.post(channel, { content: 'so?', replyTo: plain })).mentions).toHaveLength(1);
  expect((await ana.post(channel, { content: 'so?', replyTo: plain, ping: false })).mentions).toHaveLength(0);
  if (!answer.message) throw new Error('no answer');
  expect((await ana.post(channel, { content: 'so?', replyTo: answer.message })).mentions).toHaveLength(0);
});

test('a message pings everybody it names, unless allowed_mentions says otherwise', async () => {
  const { discord, channel, ana } = await startDiscord();
  const rest = restOf(discord);
  const content = `${ana.mention} and @everyone`;
  const send = (allowed_mentions?: object) =>
    rest.post(Routes.channelMessages(channel.id), { body: { content, allowed_mentions } });
  expect(await send()).toMatchObject({ mention_everyone: true, mentions: [{ id: ana.user.id }] });
  expect(await send({ parse: [] })).toMatchObject({ mention_everyone: false, mentions: [] });
  expect(await refusal(send({ parse: ['users'], users: [ana.user.id] }))).toMatchObject({ code: 50035 });
});

test('a bot without the permission to send is refused, and one that cannot see a channel hears nothing of it', async () => {
  const { discord, guild, channel, ana } = await startDiscord();
  const silent = discord.addChannel(guild, 'rules', { botPermissions: PermissionFlagsBits.ViewChannel });
  const hidden = discord.addChannel(guild, 'staff', { botPermissions: 0n });
  const rest = restOf(discord);
  const send = (id: string) => refusal(rest.post(Routes.channelMessages(id), { body: { content: 'hi' } }));
  expect(await send(silent.id)).toMatchObject({ status: 403, code: 50013 });
  expect(await send(hidden.id)).toMatchObject({ status: 403, code: 50001 });

  const heard: string[] = [];
  const bot = await startBot(discord, { onMessage: async ({ channelId }) => heard.push(channelId) });
  const last = next(bot, Events.MessageCreate);
  await ana.post(hidden, 'secret');
  await ana.post(channel, 'open');
  await last;
  expect(heard).toEqual([channel.id]);
});

test('messages are listed newest first, and found by id', async () => {
  const { discord, channel, ana } = await startDiscord();
  const [first, second, third] = await Promise.all(['1', '2', '3'].map((content) => ana.post(channel, content)));
  const rest = restOf(discord);
  const ids = async (query: Record<string, string>) =>
    (
      (await rest.get(Routes.channelMessages(channel.id), { query: new URLSearchParams(query) })) as { id: string }[]
    ).map(({ id }) => id);
  expect(await ids({})).toEqual([third?.id, second?.id, first?.id]);
  expect(await ids({ limit: '1' })).toEqual([third?.id]);
  expect(await ids({ before: second?.id ?? '' })).toEqual([first?.id]);
  expect(await ids({ after: first?.id ?? '', limit: '1' })).toEqual([second?.id]);
  expect(await rest.get(Routes.channelMessage(channel.id, second?.id ?? ''))).toMatchObject({ id: second?.id });
  expect(
    await refusal(rest.get(Routes.channelMessages(channel.id), { query: new URLSearchParams({ limit: '101' }) })),
  ).toMatchObject({ code: 50035 });
});

test('the same nonce, enforced, sends a message once', async () => {
  const { discord, channel, ana } = await startDiscord();
  const body = { content: 'once', nonce: '17', enforce_nonce: true };
  const rest = restOf(discord);
  await rest.post(Routes.channelMessages(channel.id), { body });
  await rest.post(Routes.channelMessages(channel.id), { body });
  expect(ana.messagesIn(channel)).toHaveLength(1);
});
