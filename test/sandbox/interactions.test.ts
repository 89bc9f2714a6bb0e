import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonStyle,
  type ChatInputCommandInteraction,
  ComponentType,
  type Interaction,
  InteractionContextType,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  PermissionFlagsBits,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { expect, test } from 'vitest';
import { deferred, PIXEL, startBot, startDiscord } from './bot.ts';

const ASK = {
  name: 'ask',
  description: 'Answers a question about a picture.',
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'question',
      description: 'What you want to know.',
      required: true,
      maxLength: 20,
    },
    { type: ApplicationCommandOptionType.Attachment, name: 'image', description: 'The picture.' },
    {
      type: ApplicationCommandOptionType.String,
      name: 'style',
      description: 'How long the answer is.',
      choices: [{ name: 'short', value: 's' }],
    },
    { type: ApplicationCommandOptionType.Integer, name: 'top', description: 'How many.', minValue: 1, maxValue: 5 },
  ],
} as const;
const MENU = { type: ApplicationCommandType.Message, name: 'Ask about this picture' } as const;
const MODAL = new ModalBuilder()
  .setCustomId('ask')
  .setTitle('Ask about this picture')
  .addLabelComponents(
    new LabelBuilder()
      .setLabel('Question')
      .setTextInputComponent(
        new TextInputBuilder()
          .setCustomId('question')
          .setStyle(TextInputStyle.Short)
          .setMinLength(3)
          .setMaxLength(20)
          .setValue('What is it?'),
      ),
  );

/** A loopback Discord with a bot that has these commands and answers them like this. */
async function withBot(onInteraction: (interaction: Interaction) => Promise<unknown>) {
  const stage = await startDiscord();
  const bot = await startBot(stage.discord, { onInteraction });
  await bot.application?.commands.set([ASK, MENU]);
  return { ...stage, bot };
}

const onSlash = (answer: (interaction: ChatInputCommandInteraction) => Promise<unknown>) => async (i: Interaction) =>
  i.isChatInputCommand() && answer(i);

test('a slash command brings its options, and a file among them from the CDN', async () => {
  const { ana, channel } = await withBot(
    onSlash(async (interaction) => {
      const image = interaction.options.getAttachment('image', true);
      const bytes = await (await fetch(image.url)).arrayBuffer();
      await interaction.reply(
        `${interaction.options.getString('question')} ${image.name} ${bytes.byteLength} ${image.ephemeral}`,
      );
    }),
  );
  const shown = await ana.useSlashCommand(channel, 'ask', {
    question: 'what?',
    image: { name: 'x.png', bytes: PIXEL },
  });
  expect(shown.message?.content).toBe(`what? x.png ${PIXEL.byteLength} true`);
});

test('a deferred answer is shown once it has been edited in, and the timeline tells both', async () => {
  const { ana, channel } = await withBot(
    onSlash(async (interaction) => {
      await interaction.deferReply();
      await interaction.editReply({ content: 'a cat', files: [{ attachment: PIXEL, name: 'cat.png' }] });
    }),
  );
  const shown = await ana.useSlashCommand(channel, 'ask', { question: 'what?' });
  expect(shown.timeline.map(({ did }) => did)).toEqual(['defer', 'edit']);
  expect(shown.message?.content).toBe('a cat');
  expect(shown.message?.attachments[0]?.filename).toBe('cat.png');
  expect((shown.message?.flags ?? 0) & MessageFlags.Loading).toBe(0);
});

test('an interaction says everything that a real one does', async () => {
  const { discord, ana, channel, guild } = await withBot(
    onSlash(async (interaction) => {
      await interaction.reply(
        JSON.stringify({
          guild: interaction.guild?.id,
          channel: interaction.channel?.id,
          user: interaction.user.username,
          locale: interaction.locale,
          guildLocale: interaction.guildLocale,
          limit: interaction.attachmentSizeLimit,
          context: interaction.context,
          owner: interaction.authorizingIntegrationOwners[0],
          maySend: interaction.appPermissions.has('SendMessages'),
          memberMaySend: interaction.memberPermissions?.has('SendMessages'),
          application: interaction.applicationId,
        }),
      );
    }),
  );
  const { message } = await ana.useSlashCommand(channel, 'ask', { question: 'what?' });
  expect(JSON.parse(message?.content ?? '')).toEqual({
    guild: guild.id,
    channel: channel.id,
    user: 'ana',
    locale: 'en-US',
    guildLocale: 'en-US',
    limit: 10 * 1024 * 1024,
    context: InteractionContextType.Guild,
    owner: guild.id,
    maySend: true,
    memberMaySend: true,
    application: discord.applicationId,
  });
});

test('a slash command works in direct messages', async () => {
  const { ana } = await withBot(
    onSlash((interaction) => interaction.reply(`${interaction.guildId} ${interaction.context}`)),
  );
  const shown = await ana.useSlashCommand(ana.directMessages, 'ask', { question: 'what?' });
  expect(shown.message?.content).toBe(`null ${InteractionContextType.BotDM}`);
});

test('an ephemeral answer is seen by the asker alone', async () => {
  const { discord, guild, ana, channel } = await withBot(
    onSlash((interaction) => interaction.reply({ content: 'psst', flags: MessageFlags.Ephemeral })),
  );
  const bea = discord.addMember(guild, 'bea');
  const shown = await ana.useSlashCommand(channel, 'ask', { question: 'what?' });
  expect(shown.ephemeral).toBe(true);
  expect(ana.messagesIn(channel).map(({ content }) => content)).toEqual(['psst']);
  expect(bea.messagesIn(channel)).toEqual([]);
});

test('a message menu brings the whole message, though the bot may not read messages', async () => {
  const { ana, channel } = await withBot(async (interaction) => {
    if (!interaction.isMessageContextMenuCommand()) return;
    const { content, attachments } = interaction.targetMessage;
    await interaction.reply(`${content} ${attachments.first()?.name}`);
  });
  const posted = await ana.post(channel, { content: 'my cat', files: [{ name: 'cat.png', bytes: PIXEL }] });
  const shown = await ana.useMessageMenu(posted, MENU.name);
  expect(shown.message?.content).toBe('my cat cat.png');
});

test('a modal is filled in and answered; what is left alone keeps the text that was there', async () => {
  const { ana, channel } = await withBot(async (interaction) => {
    if (interaction.isMessageContextMenuCommand()) await interaction.showModal(MODAL);
    if (interaction.isModalSubmit()) await interaction.reply(interaction.fields.getTextInputValue('question'));
  });
  const posted = await ana.post(channel, 'look');
  const opened = await ana.useMessageMenu(posted, MENU.name);
  expect(opened.state).toBe('modal');
  expect(opened.modal?.title).toBe('Ask about this picture');
  expect((await ana.submitModal(opened, { question: 'How many?' })).message?.content).toBe('How many?');
  expect((await ana.submitModal(opened)).message?.content).toBe('What is it?');
});

test('a modal of the old kind, with inputs in rows, is filled in too', async () => {
  const { ana, channel } = await withBot(async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.showModal({
        customId: 'old',
        title: 'Old',
        components: [
          {
            type: ComponentType.ActionRow,
            components: [
              { type: ComponentType.TextInput, customId: 'q', label: 'Question', style: TextInputStyle.Paragraph },
            ],
          },
        ],
      });
    if (interaction.isModalSubmit()) await interaction.reply(interaction.fields.getTextInputValue('q'));
  });
  const opened = await ana.useSlashCommand(channel, 'ask', { question: 'what?' });
  expect((await ana.submitModal(opened, { q: 'why?' })).message?.content).toBe('why?');
});

test('a picture can be put into a modal', async () => {
  const { ana, channel } = await withBot(async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.showModal({
        customId: 'upload',
        title: 'Upload',
        components: [
          {
            type: ComponentType.Label,
            label: 'Picture',
            component: { type: ComponentType.FileUpload, customId: 'picture' },
          },
        ],
      });
    if (interaction.isModalSubmit())
      await interaction.reply(`got ${interaction.fields.getUploadedFiles('picture')?.first()?.name}`);
  });
  const opened = await ana.useSlashCommand(channel, 'ask', { question: 'what?' });
  const shown = await ana.submitModal(opened, { picture: [{ name: 'cat.png', bytes: PIXEL }] });
  expect(shown.message?.content).toBe('got cat.png');
  await expect(ana.submitModal(opened, {})).rejects.toThrow('1 to 1 files');
});

test('a button under an answer opens a modal, whose answer knows the message', async () => {
  const { ana, channel } = await withBot(async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply({
        content: 'a cat',
        components: [
          {
            type: ComponentType.ActionRow,
            components: [{ type: ComponentType.Button, customId: 'more', label: 'More', style: ButtonStyle.Primary }],
          },
        ],
      });
    if (interaction.isButton()) await interaction.showModal(MODAL);
    if (interaction.isModalSubmit() && interaction.isFromMessage())
      await interaction.update({
        content: `${interaction.message.content}, ${interaction.fields.getTextInputValue('question')}`,
        components: [],
      });
  });
  const answer = await ana.useSlashCommand(channel, 'ask', { question: 'what?' });
  if (!answer.message) throw new Error('no answer');
  const opened = await ana.clickButton(answer.message, 'more');
  const shown = await ana.submitModal(opened, { question: 'asleep' });
  expect(shown.state).toBe('updated');
  expect(shown.message).toMatchObject({ id: answer.message.id, content: 'a cat, asleep', components: [] });
  await expect(ana.clickButton(answer.message, 'more')).rejects.toThrow('no button more');
});

test('a menu under a message brings what was chosen, and the message can be edited later', async () => {
  const { ana, channel } = await withBot(async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply({
        content: 'which?',
        components: [
          {
            type: ComponentType.ActionRow,
            components: [
              { type: ComponentType.StringSelect, customId: 'which', options: [{ label: 'Cat', value: 'cat' }] },
            ],
          },
        ],
      });
    if (interaction.isStringSelectMenu()) {
      await interaction.deferUpdate();
      await interaction.editReply(interaction.values.join());
    }
  });
  const answer = await ana.useSlashCommand(channel, 'ask', { question: 'what?' });
  if (!answer.message) throw new Error('no answer');
  await expect(ana.choose(answer.message, 'which', ['dog'])).rejects.toThrow('no such choice');
  const shown = await ana.choose(answer.message, 'which', ['cat']);
  expect(shown).toMatchObject({ state: 'updated', message: { id: answer.message.id, content: 'cat' } });
});

test('follow-ups, edits, fetches and deletions go through the interaction’s webhook', async () => {
  const done = deferred<unknown>();
  const { ana, channel } = await withBot(
    onSlash(async (interaction) => {
      const { resource } = await interaction.reply({ content: 'one', withResponse: true });
      const two = await interaction.followUp({ content: 'two', flags: MessageFlags.Ephemeral });
      await interaction.editReply({ message: two, content: 'two and a half' });
      const original = await interaction.fetchReply();
      await interaction.deleteReply();
      done.resolve([resource?.message?.content, original.content]);
    }),
  );
  const shown = await ana.useSlashCommand(channel, 'ask', { question: 'what?' });
  expect(shown.message?.content).toBe('one');
  expect(await done.promise).toEqual(['one', 'one']);
  expect(ana.messagesIn(channel).map(({ content }) => content)).toEqual(['two and a half']);
});

test('a first follow-up after a defer takes the place of the thinking message', async () => {
  const { ana, channel } = await withBot(
    onSlash(async (interaction) => {
      await interaction.deferReply();
      await interaction.followUp('a cat');
    }),
  );
  await ana.useSlashCommand(channel, 'ask', { question: 'what?' });
  expect(ana.messagesIn(channel).map(({ content }) => content)).toEqual(['a cat']);
});

test('autocomplete suggests while a person types', async () => {
  const { bot, ana, channel } = await withBot(async (interaction) => {
    if (interaction.isAutocomplete())
      await interaction.respond([{ name: `${interaction.options.getFocused()}!`, value: 'v' }]);
  });
  await bot.application?.commands.set([
    {
      name: 'settings',
      description: 'Changes settings.',
      options: [
        {
          type: ApplicationCommandOptionType.Subcommand,
          name: 'model',
          description: 'The model.',
          options: [
            { type: ApplicationCommandOptionType.String, name: 'id', description: 'Its id.', autocomplete: true },
          ],
        },
      ],
    },
  ]);
  expect(await ana.typeInto(channel, 'settings model', 'id', 'cl')).toEqual([{ name: 'cl!', value: 'v' }]);
});

test('Discord’s client does not send what a command does not take', async () => {
  const { ana, channel } = await withBot(onSlash((interaction) => interaction.reply('fine')));
  const ask = (options: Parameters<typeof ana.useSlashCommand>[2]) => ana.useSlashCommand(channel, 'ask', options);
  await expect(ana.useSlashCommand(channel, 'aks')).rejects.toThrow('"aks" is not registered');
  await expect(ask({})).rejects.toThrow('needs the option question');
  await expect(ask({ question: 'x'.repeat(21) })).rejects.toThrow('1 to 20 characters');
  await expect(ask({ question: 7 })).rejects.toThrow('must be text');
  await expect(ask({ question: 'q', style: 'long' })).rejects.toThrow('not among the choices');
  await expect(ask({ question: 'q', top: 6 })).rejects.toThrow('from 1 to 5');
  await expect(ask({ question: 'q', top: 1.5 })).rejects.toThrow('a whole number');
  await expect(ask({ question: 'q', image: 'cat.png' })).rejects.toThrow('must be a file');
  await expect(ask({ question: 'q', nothing: 1 })).rejects.toThrow('no option nothing');
  expect((await ask({ question: 'q', style: 's', top: 5 })).message?.content).toBe('fine');
});

test('Discord’s client does not send what a modal does not take', async () => {
  const { discord, guild, ana, channel } = await withBot(onSlash((interaction) => interaction.showModal(MODAL)));
  const opened = await ana.useSlashCommand(channel, 'ask', { question: 'q' });
  await expect(ana.submitModal(opened, { question: 'no' })).rejects.toThrow('3 to 20 characters');
  await expect(ana.submitModal(opened, { answer: 'yes' })).rejects.toThrow('no field answer');
  await expect(discord.addMember(guild, 'bea').submitModal(opened)).rejects.toThrow('somebody else');
});

test('a command is shown only where and to whom it was registered for', async () => {
  const { bot, discord, guild, ana, channel } = await withBot(onSlash((interaction) => interaction.reply('fine')));
  const other = discord.addGuild('Elsewhere');
  const there = discord.addChannel(other, 'general');
  const ned = discord.addMember(other, 'ned');
  await bot.application?.commands.set([
    { name: 'here', description: 'In servers only.', contexts: [InteractionContextType.Guild] },
    { name: 'nsfw', description: 'Age-restricted.', nsfw: true },
    { name: 'staff', description: 'For managers.', defaultMemberPermissions: PermissionFlagsBits.ManageGuild },
  ]);
  await bot.application?.commands.set([{ name: 'local', description: 'In one server.' }], guild.id);
  const adult = discord.addChannel(guild, 'adult', { nsfw: true });
  const boss = discord.addMember(guild, 'boss', PermissionFlagsBits.Administrator);

  await expect(ana.useSlashCommand(ana.directMessages, 'here')).rejects.toThrow('this kind of channel');
  await expect(ana.useSlashCommand(channel, 'nsfw')).rejects.toThrow('age-restricted');
  await expect(ana.useSlashCommand(channel, 'staff')).rejects.toThrow('not shown to members like ana');
  await expect(ned.useSlashCommand(there, 'local')).rejects.toThrow('not registered');
  for (const [who, where, name] of [
    [ana, channel, 'here'],
    [ana, adult, 'nsfw'],
    [boss, channel, 'staff'],
    [ana, channel, 'local'],
  ] as const)
    expect((await who.useSlashCommand(where, name)).message?.content).toBe('fine');
  expect(discord.commandNames(guild)).toEqual(['here', 'nsfw', 'staff', 'local']);
});

test('nothing in all this is against Discord’s description of its API', async () => {
  const { discord, ana, channel } = await withBot(async (interaction) => {
    if (interaction.isChatInputCommand()) {
      await interaction.deferReply({ withResponse: true });
      await interaction.editReply({
        embeds: [{ title: 'a cat', image: { url: 'attachment://cat.png' } }],
        files: [{ attachment: PIXEL, name: 'cat.png' }],
      });
      await interaction.followUp({
        flags: MessageFlags.IsComponentsV2,
        components: [
          { type: ComponentType.TextDisplay, content: 'a cat' },
          {
            type: ComponentType.MediaGallery,
            items: [{ media: { url: 'attachment://cat.png' }, description: 'a cat' }],
          },
        ],
        files: [{ attachment: PIXEL, name: 'cat.png' }],
      });
    }
    if (interaction.isMessageContextMenuCommand()) await interaction.showModal(MODAL);
    if (interaction.isModalSubmit()) await interaction.reply({ content: 'fine', withResponse: true });
  });
  const shown = await ana.useSlashCommand(channel, 'ask', { question: 'what?' });
  const followUp = await ana.waitForMessage(channel, ({ flags }) => ((flags ?? 0) & MessageFlags.IsComponentsV2) !== 0);
  expect(shown.message?.embeds[0]?.image?.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/cdn\/.+cat\.png\?ex=/);
  expect(JSON.stringify(followUp.components)).toContain('/cdn/attachments/');
  await ana.submitModal(await ana.useMessageMenu(followUp, MENU.name));
  expect(discord.problems).toEqual([]);
  expect(discord.requests.every(({ status }) => status < 300)).toBe(true);
});
