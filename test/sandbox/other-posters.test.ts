import { ComponentType, Events, GatewayIntentBits, type Interaction, MessageFlags } from 'discord.js';
import { expect, test } from 'vitest';
import { INTENTS, next, PIXEL, present, startBot, startDiscord } from './bot.ts';

const CAT = 'https://example.com/cat.png';
const FILE = { name: 'dog.png', bytes: PIXEL };
/** Pictures in every place where components have them: a gallery, a section's corner, and both in a container. */
const GALLERY = {
  flags: MessageFlags.IsComponentsV2,
  components: [
    { type: ComponentType.MediaGallery, items: [{ media: { url: 'attachment://dog.png' }, spoiler: true }] },
    {
      type: ComponentType.Container,
      components: [
        { type: ComponentType.TextDisplay, content: 'two pets' },
        {
          type: ComponentType.Section,
          components: [{ type: ComponentType.TextDisplay, content: 'a cat' }],
          accessory: { type: ComponentType.Thumbnail, media: { url: CAT }, description: 'a cat' },
        },
      ],
    },
  ],
};
const MENU = 'Describe';

async function withPosters(onInteraction?: (interaction: Interaction) => Promise<unknown>) {
  const stage = await startDiscord({ grantedIntents: GatewayIntentBits.MessageContent });
  stage.discord.publish(CAT, PIXEL);
  const webhook = stage.discord.addWebhook(stage.channel, 'feed');
  const other = stage.discord.addOtherBot(stage.guild, 'gallery');
  const intents = onInteraction ? INTENTS : [...INTENTS, GatewayIntentBits.MessageContent];
  const bot = await startBot(stage.discord, { intents, ...(onInteraction && { onInteraction }) });
  return { ...stage, webhook, other, bot };
}

test.each(['webhook', 'other'] as const)(
  'a %s posts pictures in components, all of which can be fetched',
  async (who) => {
    const { [who]: poster, bot, channel } = await withPosters();
    const event = next(bot, Events.MessageCreate);
    await poster.post(channel, GALLERY, [FILE]);
    const [message] = await event;
    expect(message.author.bot).toBe(true);
    expect(message.webhookId).toBe(who === 'webhook' ? poster.user.id : null);
    const urls = [...JSON.stringify(message.components).matchAll(/"proxy_url":"([^"]+)"/g)].map(([, url]) =>
      present(url),
    );
    expect(urls).toHaveLength(2);
    for (const url of urls) expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(PIXEL);
    // What components show is not among the attachments.
    expect(message.attachments.size).toBe(0);
  },
);

test('an embed’s own file is not among the attachments, and a file beside it is', async () => {
  const { other, channel } = await withPosters();
  const payload = { embeds: [{ image: { url: 'attachment://dog.png' } }] };
  const { attachments, embeds } = await other.post(channel, payload, [FILE, { name: 'bird.png', bytes: PIXEL }]);
  expect(attachments.map(({ filename }) => filename)).toEqual(['bird.png']);
  expect(embeds[0]?.image).toMatchObject({ width: 1, proxy_url: expect.stringContaining('/media/attachments/') });
});

test('embeds can come by an edit', async () => {
  const { other, bot, channel } = await withPosters();
  const message = await other.post(channel, { content: 'wait ...' });
  const updated = next(bot, Events.MessageUpdate);
  await other.edit(message, { content: '', embeds: [{ image: { url: CAT } }] });
  expect((await updated)[1].embeds[0]?.image?.url).toBe(CAT);
});

test('without the intent, components are blank, but whole in a message’s menu', async () => {
  const { discord, other, bot, channel, ana } = await withPosters(async (interaction) => {
    if (!interaction.isMessageContextMenuCommand()) return;
    const { components } = interaction.targetMessage;
    await interaction.reply(`${components.length} ${JSON.stringify(components).includes('/media/attachments/')}`);
  });
  await bot.application?.commands.set([{ type: 3, name: MENU }]);
  const event = next(bot, Events.MessageCreate);
  const posted = await other.post(channel, GALLERY, [FILE]);
  expect((await event)[0].components).toEqual([]);
  expect((await ana.useMessageMenu(posted, MENU)).message?.content).toBe('2 true');
  expect(discord.problems).toEqual([]);
});

test('a webhook writes in its own channel alone, and a payload keeps Discord’s rules', async () => {
  const { webhook, other, channel, guild, discord } = await withPosters();
  await expect(webhook.post(discord.addChannel(guild, 'else'), { content: 'x' })).rejects.toThrow(
    'not in that channel',
  );
  await expect(other.post(channel, { content: 'x'.repeat(2001) })).rejects.toThrow('Invalid Form Body');
});
