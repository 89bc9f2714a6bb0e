import { Events, GatewayIntentBits, type Message, Routes } from 'discord.js';
import { expect, test } from 'vitest';
import { INTENTS, next, PIXEL, restOf, startBot, startDiscord } from './bot.ts';

const PICTURE = { files: [{ name: 'cat.png', bytes: PIXEL }] };

/** What discord.js saw of the next message: its words and how many files, embeds and components. */
const seen = ({ content, attachments, embeds, components }: Message) =>
  [content, attachments.size, embeds.length, components.length] as const;

test('without the intent, what people write in a server is blank', async () => {
  const { discord, channel, ana } = await startDiscord();
  const bot = await startBot(discord);
  const event = next(bot, Events.MessageCreate);
  await ana.post(channel, { content: 'a secret', ...PICTURE, embeds: [{ title: 'a preview' }] });
  expect(seen((await event)[0])).toEqual(['', 0, 0, 0]);
});

test('without the intent, a message that mentions the bot is whole', async () => {
  const { discord, channel, ana } = await startDiscord();
  const bot = await startBot(discord);
  const event = next(bot, Events.MessageCreate);
  await ana.post(channel, { content: `${discord.botMention} look`, ...PICTURE, embeds: [{ title: 'a preview' }] });
  expect(seen((await event)[0])).toEqual([`${discord.botMention} look`, 1, 1, 0]);
});

test('without the intent, direct messages are whole', async () => {
  const { discord, ana } = await startDiscord();
  const bot = await startBot(discord);
  const event = next(bot, Events.MessageCreate);
  await ana.dm({ content: 'look', ...PICTURE });
  expect(seen((await event)[0])).toEqual(['look', 1, 0, 0]);
});

test('without the intent, a reply to the bot is whole, and so is what it replies to', async () => {
  const { discord, channel, ana } = await startDiscord();
  const bot = await startBot(discord, { onMessage: (message) => message.reply('a cat') });
  const answer = await ana.replyTo(await ana.post(channel, discord.botMention));
  const event = new Promise<Message>((resolve) => {
    bot.on(Events.MessageCreate, (message) => message.content === 'sure?' && resolve(message));
  });
  await ana.post(channel, { content: 'sure?', replyTo: answer });
  expect((await (await event).fetchReference()).content).toBe('a cat');
});

test('without the intent, a mention in a reply to somebody’s picture does not uncover that picture', async () => {
  const { discord, channel, ana } = await startDiscord();
  const picture = await ana.post(channel, { content: 'mine', ...PICTURE });
  const bot = await startBot(discord);
  const raw = new Promise<{ content: string; referenced_message: { content: string; attachments: unknown[] } }>(
    (resolve) => {
      bot.on(Events.Raw, (packet: { t: string; d: never }) => packet.t === 'MESSAGE_CREATE' && resolve(packet.d));
    },
  );
  await ana.post(channel, { content: `${discord.botMention} what is it?`, replyTo: picture });
  const { content, referenced_message } = await raw;
  expect(content).toContain('what is it?');
  expect(referenced_message).toMatchObject({ content: '', attachments: [] });
});

test('without the intent, a forward’s snapshot is blank', async () => {
  const { discord, channel, ana } = await startDiscord();
  const picture = await ana.post(channel, { content: 'mine', ...PICTURE });
  const bot = await startBot(discord);
  const event = next(bot, Events.MessageCreate);
  await ana.forward(picture, channel);
  const snapshot = (await event)[0].messageSnapshots.first();
  expect([snapshot?.content, snapshot?.attachments?.size]).toEqual(['', 0]);
});

test('with the intent granted and asked for, everything is there', async () => {
  const { discord, channel, ana } = await startDiscord({ grantedIntents: GatewayIntentBits.MessageContent });
  const bot = await startBot(discord, { intents: [...INTENTS, GatewayIntentBits.MessageContent] });
  const event = next(bot, Events.MessageCreate);
  await ana.post(channel, { content: 'look', ...PICTURE });
  expect(seen((await event)[0])).toEqual(['look', 1, 0, 0]);
});

test('over REST it is the grant that counts', async () => {
  const read = async (grantedIntents: number) => {
    const { discord, channel, ana } = await startDiscord({ grantedIntents });
    const { id } = await ana.post(channel, { content: 'look', ...PICTURE });
    return restOf(discord).get(Routes.channelMessage(channel.id, id));
  };
  expect(await read(0)).toMatchObject({ content: '', attachments: [] });
  expect(await read(GatewayIntentBits.MessageContent)).toMatchObject({
    content: 'look',
    attachments: [{ filename: 'cat.png' }],
  });
});

test('a bot hears only what its intents ask for', async () => {
  const { discord, channel, ana } = await startDiscord();
  const heard: string[] = [];
  const bot = await startBot(discord, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages] });
  bot.on(Events.MessageCreate, ({ content }) => heard.push(content));
  const last = next(bot, Events.MessageCreate);
  await ana.post(channel, `${discord.botMention} in the server`);
  await ana.dm('directly');
  await last;
  expect(heard).toEqual(['directly']);
});
