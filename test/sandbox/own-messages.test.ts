import { type APIMessage, ComponentType, type Interaction, MessageFlags, Routes } from 'discord.js';
import { expect, test } from 'vitest';
import { PIXEL, present, refusal, restOf, startBot, startDiscord } from './bot.ts';

const CAT = 'https://example.com/cat.png';
const V2 = MessageFlags.IsComponentsV2;
const file = (name: string) => ({ name, data: PIXEL });
const picture = (url: string, description?: string) => ({ media: { url }, ...(description && { description }) });
const gallery = (...items: object[]) => ({ type: ComponentType.MediaGallery, items });
const text = (content: string) => ({ type: ComponentType.TextDisplay, content });

/** A channel that the bot writes in, and its ways to change what it wrote. */
async function writing() {
  const stage = await startDiscord();
  const rest = restOf(stage.discord);
  return {
    ...stage,
    send: (body: object, files: object[] = []) =>
      rest.post(Routes.channelMessages(stage.channel.id), { body, files: files as never }) as Promise<APIMessage>,
    edit: (id: string, body: object, files: object[] = []) =>
      rest.patch(Routes.channelMessage(stage.channel.id, id), { body, files: files as never }) as Promise<APIMessage>,
    remove: (id: string) => rest.delete(Routes.channelMessage(stage.channel.id, id)),
  };
}

test('the bot changes and deletes its own message', async () => {
  const { discord, channel, ana, send, edit, remove } = await writing();
  const { id } = await send({ content: 'looking ...' });
  expect(await edit(id, { content: 'a cat' })).toMatchObject({
    content: 'a cat',
    edited_timestamp: expect.any(String),
  });
  await remove(id);
  expect(ana.messagesIn(channel)).toEqual([]);
  expect(await refusal(remove(id))).toMatchObject({ status: 404, code: 10008 });
  expect(discord.problems).toEqual([]);
});

/** Answers /ask, and lets `then` do what it does with the answer's id, or with that of an ephemeral one. */
async function answered(flags: 0 | MessageFlags.Ephemeral) {
  const { discord, channel, ana, edit, remove } = await writing();
  const bot = await startBot(discord, {
    onInteraction: async (interaction: Interaction) =>
      interaction.isChatInputCommand() && interaction.reply({ content: 'a cat', ...(flags && { flags }) }),
  });
  await bot.application?.commands.set([{ name: 'ask', description: 'Asks.' }]);
  const { message } = await ana.useSlashCommand(channel, 'ask');
  return { channel, ana, edit, remove, id: present(message).id };
}

test('the bot changes and deletes its own answer to a command as a message of the channel', async () => {
  const { channel, ana, edit, remove, id } = await answered(0);
  expect(await edit(id, { content: 'a dog' })).toMatchObject({ content: 'a dog' });
  await remove(id);
  expect(ana.messagesIn(channel)).toEqual([]);
});

test('an ephemeral answer is no message of the channel', async () => {
  const { edit, remove, id } = await answered(MessageFlags.Ephemeral);
  expect(await refusal(edit(id, { content: 'a dog' }))).toMatchObject({ code: 10008 });
  expect(await refusal(remove(id))).toMatchObject({ code: 10008 });
});

test('alt text comes with a file, stays with it, and can be changed without sending the file again', async () => {
  const { discord, send, edit } = await writing();
  const sent = await send({ content: 'look', attachments: [{ id: '0', description: 'a cat' }] }, [file('cat.png')]);
  const kept = present(sent.attachments[0]);
  expect(kept.description).toBe('a cat');
  const same = await edit(sent.id, { attachments: [{ id: kept.id }] });
  expect(same.attachments).toMatchObject([{ id: kept.id, description: 'a cat' }]);
  const changed = await edit(sent.id, { attachments: [{ id: kept.id, description: 'a sleeping cat' }] });
  expect(changed.attachments).toMatchObject([{ id: kept.id, description: 'a sleeping cat' }]);
  expect(await edit(sent.id, { attachments: [] })).toMatchObject({ attachments: [], content: 'look' });
  expect(discord.problems).toEqual([]);
});

test('a file that an embed shows is no attachment until an edit takes the embed away', async () => {
  const { send, edit } = await writing();
  const embeds = [{ title: 'a cat', image: { url: 'attachment://cat.png' } }];
  const sent = await send({ embeds }, [file('cat.png')]);
  expect(sent.attachments).toEqual([]);
  expect((await edit(sent.id, { content: 'look' })).attachments).toEqual([]);
  // The file is still the message's, so another embed may show it, and without one it stands by itself.
  expect((await edit(sent.id, { embeds: [{ ...embeds[0], title: 'my cat' }] })).embeds[0]?.image?.width).toBe(1);
  expect((await edit(sent.id, { embeds: [] })).attachments).toMatchObject([{ filename: 'cat.png' }]);
});

test('a message of components shows its files in them, keeps them through edits, and gives up those it does not name', async () => {
  const { discord, send, edit } = await writing();
  const layout = [
    text('two pets'),
    gallery(picture('attachment://cat.png', 'a cat'), picture('attachment://dog.png')),
    { type: ComponentType.File, file: { url: 'attachment://facts.txt' } },
  ];
  const sent = await send({ flags: V2, components: layout }, [file('cat.png'), file('dog.png'), file('facts.txt')]);
  expect(sent.attachments).toEqual([]);
  const media = present(sent.components?.[1]) as { items: { media: { attachment_id: string }; description: string }[] };
  expect(media.items).toMatchObject([
    { description: 'a cat', spoiler: false, media: { width: 1, content_type: 'image/png' } },
    { description: null },
  ]);
  expect(sent.components?.[2]).toMatchObject({ name: 'facts.txt', size: PIXEL.byteLength });
  const cat = present(media.items[0]).media.attachment_id;
  const alone = [gallery(picture('attachment://cat.png'))];
  expect(await edit(sent.id, { components: alone, attachments: [{ id: cat }] })).toMatchObject({
    components: [{ items: [{ media: { attachment_id: cat } }] }],
  });
  const lost = edit(sent.id, { components: [gallery(picture('attachment://dog.png'))] });
  expect(await refusal(lost)).toMatchObject({ code: 50035 });
  expect(discord.problems).toEqual([]);
});

test('every kind of component comes back as Discord describes it, with its defaults', async () => {
  const { discord, send } = await writing();
  const button = { type: ComponentType.Button, style: 1, label: 'More', custom_id: 'more' };
  const options = [{ label: 'a', value: 'a', emoji: { name: '🔍' } }];
  const row = (component: object) => ({ type: ComponentType.ActionRow, components: [component] });
  const inside = [
    {
      type: ComponentType.Section,
      components: [text('a')],
      accessory: { type: ComponentType.Thumbnail, ...picture(CAT) },
    },
    { type: ComponentType.Section, components: [text('b')], accessory: button },
    { type: ComponentType.Separator },
    row({ type: ComponentType.StringSelect, custom_id: 'which', options }),
    row({ type: ComponentType.RoleSelect, custom_id: 'whose', default_values: [{ id: '1', type: 'role' }] }),
    row({ type: ComponentType.Button, style: 5, label: 'Help', url: 'https://example.com', emoji: { name: '❓' } }),
  ];
  const sent = await send({
    flags: V2,
    components: [{ type: ComponentType.Container, components: inside }, text('c')],
  });
  expect(sent.components).toMatchObject([
    {
      accent_color: null,
      spoiler: false,
      components: [
        { accessory: { spoiler: false, media: { url: CAT } } },
        {},
        { divider: true, spacing: 1 },
        { components: [{ min_values: 1, max_values: 1 }] },
        {},
        {},
      ],
    },
    { content: 'c' },
  ]);
  expect(discord.problems).toEqual([]);
});
