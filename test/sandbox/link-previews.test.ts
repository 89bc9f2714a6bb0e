import { Events, GatewayIntentBits, type Message, Routes } from 'discord.js';
import { expect, test } from 'vitest';
import { INTENTS, next, PIXEL, present, restOf, startBot, startDiscord } from './bot.ts';

const CAT = 'https://example.com/cats/cat.png';

/** A bot that hears messages whole, and the pictures and pages that people link to. */
async function withLinks({ whole = true } = {}) {
  const stage = await startDiscord(whole ? { grantedIntents: GatewayIntentBits.MessageContent } : {});
  stage.discord.publish(CAT, PIXEL);
  stage.discord.publish('https://example.com/cats', { type: 'article', title: 'Cats', image: CAT });
  stage.discord.publish('https://tenor.com/view/cat', {
    type: 'gifv',
    provider: 'Tenor',
    thumbnail: CAT,
    video: 'https://media.tenor.com/cat.mp4',
  });
  const bot = await startBot(stage.discord, {
    intents: whole ? [...INTENTS, GatewayIntentBits.MessageContent] : INTENTS,
  });
  return { ...stage, bot };
}

/** Where a preview's picture is, by itself and by Discord's proxy, and how wide it is. */
const pictureOf = (message: Message) => {
  const embed = message.embeds[0];
  const { url, proxyURL, width } = present(embed?.image ?? embed?.thumbnail);
  return { url, proxyURL: present(proxyURL), width };
};

test('a link to a picture has a preview, whose picture the proxy has', async () => {
  const { discord, bot, channel, ana } = await withLinks();
  const event = next(bot, Events.MessageCreate);
  await ana.post(channel, `look: ${CAT}`);
  const [message] = await event;
  expect(message.embeds[0]?.data).toMatchObject({ type: 'image', url: CAT });
  const { url, proxyURL, width } = pictureOf(message);
  expect([url, width]).toEqual([CAT, 1]);
  expect(proxyURL).toMatch(new RegExp(`^${discord.cdnOrigin}/external/[\\w-]+/https/example.com/cats/cat.png$`));
  const response = await fetch(proxyURL);
  expect(response.headers.get('content-type')).toBe('image/png');
  expect(Buffer.from(await response.arrayBuffer())).toEqual(PIXEL);
});

test.each([
  ['article', 'https://example.com/cats', 'image'],
  ['gifv', 'https://tenor.com/view/cat', 'thumbnail'],
])('a page’s preview is of type %s, with its picture', async (type, link, field) => {
  const { channel, ana } = await withLinks();
  const { embeds } = await ana.post(channel, link);
  expect(embeds).toMatchObject([{ type, url: link, [field]: { url: CAT, width: 1 } }]);
});

test('previews can come later, by an update that is no edit', async () => {
  const { discord, bot, channel, ana } = await withLinks();
  const created = next(bot, Events.MessageCreate);
  const posted = await ana.post(channel, { content: CAT, previewsLater: true });
  expect((await created)[0].embeds).toEqual([]);
  const updated = next(bot, Events.MessageUpdate);
  discord.showPreviews(posted);
  const [, message] = await updated;
  expect(pictureOf(message as Message).url).toBe(CAT);
  expect(message.editedTimestamp).toBeNull();
});

test('a link between angle brackets, or to nowhere, has no preview', async () => {
  const { channel, ana } = await withLinks();
  expect((await ana.post(channel, `<${CAT}> https://example.org/x.png`)).embeds).toEqual([]);
});

test('an embed that is given by hand gets the proxy’s address of its picture, where nothing may be', async () => {
  const { discord, channel, ana } = await withLinks();
  const embeds = [{ title: 'a preview', image: { url: 'https://example.org/x.png?a=1' } }];
  const { embeds: shown } = await ana.post(channel, { content: 'look', embeds });
  const proxy = present(shown[0]?.image?.proxy_url);
  expect(proxy).toContain(`${discord.cdnOrigin}/external/`);
  expect((await fetch(proxy)).status).toBe(404);
});

test('a link to a posted file has a preview by the media proxy, under a signature of its own', async () => {
  const { discord, channel, ana } = await withLinks();
  const posted = await ana.post(channel, { files: [{ name: 'cat.png', bytes: PIXEL }] });
  const { embeds } = await ana.post(channel, present(posted.attachments[0]).url);
  const proxy = present(embeds[0]?.thumbnail?.proxy_url);
  expect(proxy).toContain(`${discord.mediaUrl}/attachments/`);
  expect((await fetch(proxy)).status).toBe(200);
});

test('without the intent there are no previews, at once or later, over the gateway or REST', async () => {
  const { discord, bot, channel, ana } = await withLinks({ whole: false });
  const created = next(bot, Events.MessageCreate);
  const posted = await ana.post(channel, { content: CAT, previewsLater: true });
  await created;
  const updated = next(bot, Events.MessageUpdate);
  expect(discord.showPreviews(posted).embeds).toHaveLength(1);
  expect((await updated)[1].embeds).toEqual([]);
  const path = Routes.channelMessage(channel.id, posted.id);
  expect(await restOf(discord).get(path)).toMatchObject({ content: '', embeds: [] });
});

test('without the intent, a mention uncovers previews that come later, too', async () => {
  const { discord, bot, channel, ana } = await withLinks({ whole: false });
  const created = next(bot, Events.MessageCreate);
  const posted = await ana.post(channel, { content: `${discord.botMention} ${CAT}`, previewsLater: true });
  await created;
  const updated = next(bot, Events.MessageUpdate);
  discord.showPreviews(posted);
  expect((await updated)[1].embeds).toHaveLength(1);
});
