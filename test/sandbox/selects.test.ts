import {
  ApplicationCommandOptionType,
  ChannelSelectMenuBuilder,
  ChannelType,
  ComponentType,
  type Interaction,
  LabelBuilder,
  type MessageActionRowComponentData,
  ModalBuilder,
  UserSelectMenuBuilder,
} from 'discord.js';
import { expect, test } from 'vitest';
import { present, startBot, startDiscord } from './bot.ts';

/** What a menu of users, roles or channels was used for: what discord.js made of each thing that was chosen. */
async function tell(interaction: Interaction): Promise<unknown> {
  if (interaction.isUserSelectMenu())
    return interaction.reply(
      interaction.users.map(({ id, username }) => `${username} ${interaction.members.has(id)}`).join(),
    );
  if (interaction.isRoleSelectMenu()) return interaction.reply(interaction.roles.map(({ name }) => name).join());
  if (interaction.isChannelSelectMenu())
    return interaction.reply(
      interaction.channels.map((channel) => ('name' in channel ? `${channel.name} ${channel.type}` : '')).join(),
    );
  if (interaction.isMentionableSelectMenu())
    return interaction.reply(`${interaction.users.size} ${interaction.roles.size}`);
  return undefined;
}

/** A message with one menu, and people, roles and channels to choose from. */
async function withMenu(menu: MessageActionRowComponentData) {
  const stage = await startDiscord();
  const { discord, guild, channel, ana } = stage;
  const bot = await startBot(discord, {
    onInteraction: async (interaction) => {
      if (!interaction.isChatInputCommand()) return tell(interaction);
      const components = [{ type: ComponentType.ActionRow as const, components: [menu] }];
      return interaction.reply({ content: 'who?', components, withResponse: true });
    },
  });
  await bot.application?.commands.set([{ name: 'ask', description: 'Asks.' }]);
  const bob = discord.addMember(guild, 'bob');
  const mods = discord.addRole(guild, 'mods');
  const thread = discord.addThread(channel, 'details');
  const message = present((await ana.useSlashCommand(channel, 'ask')).message);
  const choose = async (...chosen: Parameters<typeof ana.choose>[2]) => {
    const shown = await ana.choose(message, 'who', chosen);
    return shown.message?.content;
  };
  return { ...stage, bob, mods, thread, choose, message };
}

test('people are chosen from a menu of users, with their membership', async () => {
  const { discord, ana, bob, mods, choose } = await withMenu({
    type: ComponentType.UserSelect,
    customId: 'who',
    maxValues: 2,
  });
  expect(await choose(ana, bob.user)).toBe('ana true,bob true');
  await expect(choose(mods)).rejects.toThrow('no such choice');
  await expect(choose(discord.addStranger('otto'))).rejects.toThrow('no such choice');
  await expect(choose()).rejects.toThrow('takes 1 to 2 choices');
  expect(discord.problems).toEqual([]);
});

test('roles are chosen, everybody’s among them, by themselves or by their ids', async () => {
  const { guild, mods, choose } = await withMenu({ type: ComponentType.RoleSelect, customId: 'who', maxValues: 2 });
  expect(await choose(mods)).toBe('mods');
  expect(await choose(mods.id, guild.id)).toBe('mods,@everyone');
  await expect(choose('1')).rejects.toThrow('no such choice');
});

test('channels are chosen, of the kinds alone that the menu has', async () => {
  const { channel, thread, choose } = await withMenu({
    type: ComponentType.ChannelSelect,
    customId: 'who',
    channelTypes: [ChannelType.GuildText],
    defaultValues: [],
  });
  expect(await choose(channel)).toBe('pictures 0');
  await expect(choose(thread)).rejects.toThrow('no such choice');
});

test('users and roles are chosen from one menu', async () => {
  const { ana, mods, choose } = await withMenu({
    type: ComponentType.MentionableSelect,
    customId: 'who',
    maxValues: 5,
  });
  expect(await choose(ana, mods)).toBe('1 1');
});

test('a menu has its default values, and a disabled one offers nothing', async () => {
  const { ana, message } = await withMenu({
    type: ComponentType.UserSelect,
    customId: 'who',
    disabled: true,
    defaultValues: [{ id: '1', type: 'user' as never }],
  });
  expect(message.components).toMatchObject([{ components: [{ default_values: [{ id: '1', type: 'user' }] }] }]);
  await expect(ana.choose(message, 'who', [ana])).rejects.toThrow('who is disabled');
});

test('a modal’s menus of people and channels bring what was chosen', async () => {
  const { discord, channel, ana } = await startDiscord();
  const bot = await startBot(discord, {
    onInteraction: async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.showModal(
          new ModalBuilder()
            .setCustomId('settings')
            .setTitle('Settings')
            .addLabelComponents(
              new LabelBuilder()
                .setLabel('Who')
                .setUserSelectMenuComponent(new UserSelectMenuBuilder().setCustomId('who')),
              new LabelBuilder()
                .setLabel('Where')
                .setChannelSelectMenuComponent(new ChannelSelectMenuBuilder().setCustomId('where').setRequired(false)),
            ),
        );
      if (interaction.isModalSubmit()) {
        const { fields } = interaction;
        await interaction.reply(
          `${fields.getSelectedUsers('who')?.first()?.username} ${fields.getSelectedChannels('where')?.size ?? 0}`,
        );
      }
    },
  });
  await bot.application?.commands.set([{ name: 'settings', description: 'Changes settings.' }]);
  const opened = await ana.useSlashCommand(channel, 'settings');
  expect((await ana.submitModal(opened, { who: [ana], where: [channel] })).message?.content).toBe('ana 1');
  expect((await ana.submitModal(opened, { who: [ana] })).message?.content).toBe('ana 0');
  await expect(ana.submitModal(opened, { who: ['1'] })).rejects.toThrow('no such choice');
});

test('a slash command’s options take channels, roles and either of users and roles', async () => {
  const { discord, guild, channel, ana } = await startDiscord();
  const bot = await startBot(discord, {
    onInteraction: async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { options } = interaction;
      await interaction.reply(
        [
          options.getChannel('where')?.name,
          options.getRole('role')?.name,
          options.getMentionable('either') && 'named',
        ].join(),
      );
    },
  });
  const description = 'Which.';
  await bot.application?.commands.set([
    {
      name: 'settings',
      description,
      options: [
        {
          type: ApplicationCommandOptionType.Channel,
          name: 'where',
          description,
          channelTypes: [ChannelType.GuildText],
        },
        { type: ApplicationCommandOptionType.Role, name: 'role', description },
        { type: ApplicationCommandOptionType.Mentionable, name: 'either', description },
      ],
    },
  ]);
  const mods = discord.addRole(guild, 'mods');
  const use = (options: Parameters<typeof ana.useSlashCommand>[2]) => ana.useSlashCommand(channel, 'settings', options);
  expect((await use({ where: channel, role: mods, either: mods })).message?.content).toBe('pictures,mods,named');
  expect((await use({ either: ana.user })).message?.content).toBe(',,named');
  await expect(use({ where: discord.addThread(channel, 'details') })).rejects.toThrow('a channel of its kinds');
  await expect(use({ role: channel })).rejects.toThrow('a role of the server');
  await expect(use({ where: 'pictures' })).rejects.toThrow('a user, a channel or a role');
});
