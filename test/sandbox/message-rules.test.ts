import { ButtonStyle, ComponentType, MessageFlags, Routes } from 'discord.js';
import { expect, test } from 'vitest';
import { PIXEL, refusal, restOf, startDiscord } from './bot.ts';

const V2 = MessageFlags.IsComponentsV2;
const long = (length: number) => 'x'.repeat(length);
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
const button = (index = 0) => ({
  type: ComponentType.Button,
  style: ButtonStyle.Primary,
  label: 'More',
  custom_id: `more-${index}`,
});
const row = (...components: object[]) => ({ type: ComponentType.ActionRow, components });
const text = (content: string) => ({ type: ComponentType.TextDisplay, content });
const select = (options: number) => ({
  type: ComponentType.StringSelect,
  custom_id: 'which',
  options: times(options, (index) => ({ label: `${index}`, value: `${index}` })),
});
const entitySelect = (type: ComponentType, change: object = {}) => ({ type, custom_id: 'who', ...change });
const container = (...components: object[]) => ({ type: ComponentType.Container, components });
const thumbnail = { type: ComponentType.Thumbnail, media: { url: 'https://example.com/x.png' } };
const section = (accessory: object | undefined, ...components: object[]) => ({
  type: ComponentType.Section,
  components,
  accessory,
});
const withRow = (...components: object[]) => ({ content: 'x', components: [row(...components)] });
const gallery = (...urls: string[]) => ({
  type: ComponentType.MediaGallery,
  items: urls.map((url) => ({ media: { url } })),
});

/** Posts a message as the bot, with our own rules alone: Discord's description would refuse some of this first. */
async function post(body: object, files: { name: string; data: Buffer }[] = []) {
  const { discord, channel } = await startDiscord({ description: undefined });
  return restOf(discord).post(Routes.channelMessages(channel.id), { body, files });
}

test.each<[string, object]>([
  ['2000 characters', { content: long(2000) }],
  ['10 embeds of 6000 characters together', { embeds: times(10, () => ({ description: long(600) })) }],
  ['5 rows of 5 buttons', { content: 'x', components: times(5, (r) => row(...times(5, (c) => button(r * 5 + c)))) }],
  ['a menu of 25 options', { content: 'x', components: [row(select(25))] }],
  ['4000 characters in components', { flags: V2, components: [text(long(2000)), text(long(2000))] }],
  ['40 components', { flags: V2, components: times(40, () => text('x')) }],
  ['a gallery of 10 pictures', { flags: V2, components: [gallery(...times(10, () => 'https://example.com/x.png'))] }],
  [
    'every kind of component',
    {
      flags: V2,
      components: [
        {
          ...container(text('a'), { type: ComponentType.Separator, spacing: 2 }),
          accent_color: 0xff0000,
          spoiler: true,
        },
        section(thumbnail, text('a'), text('b'), text('c')),
        section(button(), text('a')),
        { type: ComponentType.Separator, divider: false },
        row(select(1)),
      ],
    },
  ],
  ['a button of each style', withRow(...[1, 2, 3, 4].map((style) => ({ ...button(style), style })))],
  ['an emoji in place of a label', withRow({ ...button(), label: undefined, emoji: { name: '🔍' } })],
  ['a plain sign as an emoji', withRow({ ...button(), emoji: { name: '⚙' } })],
  ['a server’s emoji', withRow({ ...button(), emoji: { id: '123', name: 'cat' } })],
  ['a premium button', withRow({ type: ComponentType.Button, style: 6, sku_id: '1' })],
  [
    'menus of users, roles, both and channels, with defaults',
    {
      content: 'x',
      components: [
        row(entitySelect(ComponentType.UserSelect, { default_values: [{ id: '1', type: 'user' }] })),
        row(entitySelect(ComponentType.RoleSelect, { custom_id: 'r', default_values: [{ id: '1', type: 'role' }] })),
        row(entitySelect(ComponentType.MentionableSelect, { custom_id: 'm', min_values: 0 })),
        row(entitySelect(ComponentType.ChannelSelect, { custom_id: 'c', channel_types: [0], max_values: 25 })),
      ],
    },
  ],
  ['a field that Discord does not know', { content: 'x', nonsense: true }],
  [
    'a link button',
    { content: 'x', components: [row({ ...button(), style: 5, custom_id: undefined, url: 'https://example.com' })] },
  ],
])('a message with %s is taken', async (_what, body) => {
  await expect(post(body)).resolves.toMatchObject({ id: expect.any(String) });
});

test.each<[string, object, string]>([
  ['2001 characters', { content: long(2001) }, 'BASE_TYPE_MAX_LENGTH'],
  ['11 embeds', { embeds: times(11, () => ({ title: 'x' })) }, 'BASE_TYPE_MAX_LENGTH'],
  [
    'embeds of 6001 characters together',
    { embeds: [{ description: long(4000) }, { description: long(2001) }] },
    'MAX_EMBED_SIZE_EXCEEDED',
  ],
  ['an embed title over 256 characters', { embeds: [{ title: long(257) }] }, 'BASE_TYPE_MAX_LENGTH'],
  ['an embed description over 4096 characters', { embeds: [{ description: long(4097) }] }, 'BASE_TYPE_MAX_LENGTH'],
  [
    '26 fields in an embed',
    { embeds: [{ fields: times(26, () => ({ name: 'a', value: 'b' })) }] },
    'BASE_TYPE_MAX_LENGTH',
  ],
  ['an empty field value', { embeds: [{ fields: [{ name: 'a', value: '' }] }] }, 'BASE_TYPE_MIN_LENGTH'],
  [
    'a field value over 1024 characters',
    { embeds: [{ fields: [{ name: 'a', value: long(1025) }] }] },
    'BASE_TYPE_MAX_LENGTH',
  ],
  ['a footer over 2048 characters', { embeds: [{ footer: { text: long(2049) } }] }, 'BASE_TYPE_MAX_LENGTH'],
  ['a picture from a file path', { embeds: [{ image: { url: 'file:///etc/passwd' } }] }, 'URL_TYPE_INVALID_SCHEME'],
  [
    'a picture that was not sent along',
    { embeds: [{ image: { url: 'attachment://cat.png' } }] },
    'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
  ],
  [
    'a description of a file that was not sent',
    { content: 'x', attachments: [{ id: 0, description: 'a cat' }] },
    'ATTACHMENT_NOT_FOUND',
  ],
  [
    'alt text over 1024 characters',
    { content: 'x', attachments: [{ id: 0, description: long(1025) }] },
    'BASE_TYPE_MAX_LENGTH',
  ],
  ['6 rows', { content: 'x', components: times(6, (index) => row(button(index))) }, 'BASE_TYPE_MAX_LENGTH'],
  ['6 buttons in a row', { content: 'x', components: [row(...times(6, button))] }, 'BASE_TYPE_MAX_LENGTH'],
  [
    'a menu beside a button',
    { content: 'x', components: [row(select(1), button())] },
    'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
  ['a menu of 26 options', { content: 'x', components: [row(select(26))] }, 'BASE_TYPE_MAX_LENGTH'],
  ['a menu of no options', { content: 'x', components: [row(select(0))] }, 'BASE_TYPE_MIN_LENGTH'],
  [
    'a custom id over 100 characters',
    { content: 'x', components: [row({ ...button(), custom_id: long(101) })] },
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a button label over 80 characters',
    { content: 'x', components: [row({ ...button(), label: long(81) })] },
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a button without a label',
    { content: 'x', components: [row({ ...button(), label: undefined })] },
    'BUTTON_COMPONENT_INVALID_EMOJI_OR_LABEL',
  ],
  [
    'a button without a custom id',
    { content: 'x', components: [row({ ...button(), custom_id: undefined })] },
    'BASE_TYPE_REQUIRED',
  ],
  [
    'a link button with a custom id',
    { content: 'x', components: [row({ ...button(), style: 5, url: 'https://example.com' })] },
    'BUTTON_COMPONENT_CUSTOM_ID_FORBIDDEN',
  ],
  ['a custom id used twice', { content: 'x', components: [row(button(), button())] }, 'COMPONENT_CUSTOM_ID_DUPLICATED'],
  ['a button outside a row', { content: 'x', components: [button()] }, 'BASE_TYPE_CHOICES'],
  ['text components without the flag', { components: [text('x')] }, 'BASE_TYPE_CHOICES'],
  [
    'content beside text components',
    { flags: V2, content: 'x', components: [text('x')] },
    'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'embeds beside text components',
    { flags: V2, embeds: [{ title: 'x' }], components: [text('x')] },
    'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    '41 components, counted through containers',
    { flags: V2, components: [{ type: ComponentType.Container, components: times(40, () => text('x')) }] },
    'COMPONENT_MAX_TOTAL_COMPONENTS',
  ],
  [
    '4001 characters in components',
    { flags: V2, components: [text(long(2000)), text(long(2001))] },
    'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
  ],
  [
    'a gallery of 11 pictures',
    { flags: V2, components: [gallery(...times(11, () => 'https://example.com/x.png'))] },
    'BASE_TYPE_MAX_LENGTH',
  ],
  ['a section without an accessory', { flags: V2, components: [section(undefined, text('a'))] }, 'BASE_TYPE_REQUIRED'],
  [
    'a section of four texts',
    { flags: V2, components: [section(thumbnail, ...times(4, () => text('a')))] },
    'BASE_TYPE_MAX_LENGTH',
  ],
  ['a container in a container', { flags: V2, components: [container(container(text('a')))] }, 'BASE_TYPE_CHOICES'],
  ['a bare button among components', { flags: V2, components: [button()] }, 'BASE_TYPE_CHOICES'],
  [
    'a file that is no attachment',
    { flags: V2, components: [{ type: ComponentType.File, file: { url: 'https://example.com/x.pdf' } }] },
    'BASE_TYPE_CHOICES',
  ],
  [
    'a picture from a file path in a gallery',
    { flags: V2, components: [gallery('file:///x')] },
    'URL_TYPE_INVALID_SCHEME',
  ],
  [
    'the same number for two components',
    {
      flags: V2,
      components: [
        { ...text('a'), id: 7 },
        { ...text('b'), id: 7 },
      ],
    },
    'COMPONENT_ID_DUPLICATED',
  ],
  [
    'a separator of no known spacing',
    { flags: V2, components: [{ type: ComponentType.Separator, spacing: 3 }] },
    'NUMBER_TYPE_MAX',
  ],
  ['an emoji that is none', withRow({ ...button(), emoji: { name: 'cat' } }), 'COMPONENT_INVALID_EMOJI'],
  [
    'a link to no web page',
    withRow({ ...button(), style: 5, custom_id: undefined, url: 'javascript:alert()' }),
    'URL_TYPE_INVALID_SCHEME',
  ],
  ['a premium button without its product', withRow({ type: ComponentType.Button, style: 6 }), 'BASE_TYPE_REQUIRED'],
  [
    'more defaults than can be chosen',
    withRow(
      entitySelect(ComponentType.UserSelect, { default_values: times(2, (n) => ({ id: `${n}`, type: 'user' })) }),
    ),
    'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
  ],
  [
    'a channel as a default user',
    withRow(entitySelect(ComponentType.UserSelect, { default_values: [{ id: '1', type: 'channel' }] })),
    'BASE_TYPE_CHOICES',
  ],
  ['more to choose than there is', withRow({ ...select(2), max_values: 3 }), 'BASE_TYPE_BAD_LENGTH'],
  [
    'a least over its most',
    withRow(entitySelect(ComponentType.UserSelect, { min_values: 2 })),
    'SELECT_COMPONENT_MAX_VALUES_TOO_SMALL',
  ],
  [
    'two options of the same value',
    withRow({ ...select(0), options: times(2, () => ({ label: 'a', value: 'a' })) }),
    'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
  ],
  ['an ephemeral flag outside interactions', { content: 'x', flags: MessageFlags.Ephemeral }, 'MESSAGE_FLAGS_INVALID'],
  ['a nonce over 25 characters', { content: 'x', nonce: long(26) }, 'BASE_TYPE_MAX_LENGTH'],
  [
    'a reply to a message that is not there',
    { content: 'x', message_reference: { message_id: '1' } },
    'MESSAGE_REFERENCE_UNKNOWN_MESSAGE',
  ],
])('a message with %s is refused', async (_what, body, field) => {
  expect(await refusal(post(body))).toMatchObject({
    status: 400,
    code: 50035,
    fields: expect.arrayContaining([field]),
  });
});

test.each<[string, object]>([
  ['nothing', {}],
  ['nothing but spaces', { content: ' ' }],
  ['nothing but a button', { components: [row(button())] }],
])('a message with %s in it is refused with 50006', async (_what, body) => {
  expect(await refusal(post(body))).toMatchObject({ status: 400, code: 50006 });
});

test('a reply to a message that is not there is sent as it is where that was allowed', async () => {
  const reply = post({ content: 'x', message_reference: { message_id: '1', fail_if_not_exists: false } });
  await expect(reply).resolves.toMatchObject({ content: 'x', type: 0 });
});

test('more than ten files are refused', async () => {
  const files = times(11, (index) => ({ name: `${index}.png`, data: PIXEL }));
  expect(await refusal(post({}, files))).toMatchObject({ code: 50035 });
});

test('an edit keeps what it does not name, and keeps or drops the files that it lists', async () => {
  const { discord, channel } = await startDiscord();
  const rest = restOf(discord);
  const file = (name: string) => ({ name, data: PIXEL });
  const sent = (await rest.post(Routes.channelMessages(channel.id), {
    body: { content: 'words', embeds: [{ title: 'a title' }] },
    files: [file('a.png'), file('b.png')],
  })) as { id: string; attachments: { id: string }[] };
  const edit = (body: object, files: object[] = []) =>
    rest.patch(Routes.channelMessage(channel.id, sent.id), { body, files: files as never });
  expect(await edit({ content: 'other words' })).toMatchObject({
    content: 'other words',
    embeds: [{ title: 'a title' }],
    attachments: [{ filename: 'a.png' }, { filename: 'b.png' }],
  });
  expect(await edit({ attachments: [{ id: sent.attachments[1]?.id }, { id: '0' }] }, [file('c.png')])).toMatchObject({
    attachments: [{ filename: 'b.png' }, { filename: 'c.png' }],
  });
  expect(await refusal(edit({ content: '', embeds: [], attachments: [] }))).toMatchObject({ code: 50006 });
});

test('a message of components is for ever one, and one that becomes it must be emptied first', async () => {
  const { discord, channel } = await startDiscord();
  const rest = restOf(discord);
  const send = async (body: object) =>
    (await rest.post(Routes.channelMessages(channel.id), { body })) as { id: string };
  const edit = (id: string, body: object) => rest.patch(Routes.channelMessage(channel.id, id), { body });
  const layout = await send({ flags: V2, components: [text('a cat')] });
  expect(await refusal(edit(layout.id, { content: 'a cat' }))).toMatchObject({ code: 50035 });
  expect(await edit(layout.id, { flags: 0, components: [text('a dog')] })).toMatchObject({ flags: V2 });
  const plain = await send({ content: 'a cat' });
  expect(await refusal(edit(plain.id, { flags: V2, components: [text('a cat')] }))).toMatchObject({ code: 50035 });
  const emptied = edit(plain.id, { flags: V2, content: null, components: [text('a cat')] });
  await expect(emptied).resolves.toMatchObject({ content: '', flags: V2 });
});
