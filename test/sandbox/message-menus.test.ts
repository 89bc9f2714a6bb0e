import { type APIMessage, type Interaction, type MessageContextMenuCommandInteraction, MessageFlags } from 'discord.js';
import { expect, test } from 'vitest';
import { PIXEL, present, startBot, startDiscord } from './bot.ts';

const MENU = 'Describe';
const PICTURE = { content: 'mine', files: [{ name: 'cat.png', bytes: PIXEL }] };

/** A bot whose menu command answers with what `read` finds in the interaction. */
async function withMenu(read: (interaction: MessageContextMenuCommandInteraction) => unknown, command: object = {}) {
  const stage = await startDiscord();
  const bot = await startBot(stage.discord, {
    onInteraction: async (interaction: Interaction) => {
      if (interaction.isMessageContextMenuCommand())
        await interaction.reply(JSON.stringify(read(interaction)) ?? 'nothing');
      if (interaction.isChatInputCommand())
        await interaction.reply({ ...PICTURE, files: [PIXEL], flags: MessageFlags.Ephemeral });
    },
  });
  await bot.application?.commands.set([
    { type: 3, name: MENU, integrationTypes: [0, 1], contexts: [0, 1, 2], ...command },
    { name: 'whisper', description: 'Whispers.' },
  ]);
  const describe = async (message: APIMessage) => {
    const shown = await stage.ana.useMessageMenu(message, MENU);
    return JSON.parse(present(shown.message).content) as unknown;
  };
  return { ...stage, bot, describe };
}

test('in an age-restricted channel, the interaction says so', async () => {
  const { discord, guild, ana, describe } = await withMenu(
    ({ channel, targetMessage }) => [
      channel?.isTextBased() && 'nsfw' in channel && channel.nsfw,
      targetMessage.content,
    ],
    { nsfw: true },
  );
  const adult = discord.addChannel(guild, 'adult', { nsfw: true });
  expect(await describe(await ana.post(adult, PICTURE))).toEqual([true, 'mine']);
});

test('an ephemeral answer of the bot’s own comes whole, with its flag', async () => {
  const { ana, channel, describe } = await withMenu(({ targetMessage }) => [
    targetMessage.content,
    targetMessage.flags.has(MessageFlags.Ephemeral),
    targetMessage.attachments.first()?.ephemeral,
  ]);
  const whispered = await ana.useSlashCommand(channel, 'whisper');
  expect(await describe(present(whispered.message))).toEqual(['mine', true, true]);
});

test('a forward comes with what it forwards, though the bot may not read messages', async () => {
  const { ana, channel, describe } = await withMenu(({ targetMessage: { content, messageSnapshots } }) => {
    const snapshot = messageSnapshots.first();
    return [content, snapshot?.content, snapshot?.attachments?.first()?.name];
  });
  const forwarded = await ana.forward(await ana.post(channel, PICTURE), channel);
  expect(await describe(forwarded)).toEqual(['', 'mine', 'cat.png']);
});

test('of a reply there is only the reference to what it replies to', async () => {
  const { ana, channel, discord, describe } = await withMenu(({ targetMessage }) => targetMessage.reference?.messageId);
  const answered = await ana.post(channel, PICTURE);
  const reply = await ana.post(channel, { content: 'nice', replyTo: answered });
  expect(await describe(reply)).toBe(answered.id);
  expect(discord.problems).toEqual([]);
});

test('the answer is shown under the message, without pinging its author or telling the bot more of it', async () => {
  const { discord, ana, channel } = await withMenu(() => undefined);
  const posted = await ana.post(channel, PICTURE);
  const { message } = await ana.useMessageMenu(posted, MENU);
  expect(message).toMatchObject({
    type: 23,
    mentions: [],
    message_reference: { message_id: posted.id },
    referenced_message: { content: 'mine' },
    interaction_metadata: { target_message_id: posted.id },
  });
  expect(discord.problems).toEqual([]);
});

test('in direct messages with the bot, somebody who has installed it for themselves is named as its owner', async () => {
  const { ana, describe } = await withMenu(({ context, authorizingIntegrationOwners, guildId, channel }) => [
    context,
    authorizingIntegrationOwners,
    guildId,
    channel?.type,
  ]);
  ana.installApp();
  expect(await describe(await ana.dm(PICTURE))).toEqual([1, { 0: '0', 1: ana.user.id }, null, 1]);
});

test('in a group, it comes whole as well', async () => {
  const { discord, ana, describe } = await withMenu(({ context, targetMessage, guildId }) => [
    context,
    targetMessage.attachments.first()?.name,
    guildId,
  ]);
  ana.installApp();
  const group = discord.addGroup(ana, discord.addStranger('otto'), discord.addStranger('uma'));
  expect(await describe(await ana.post(group, PICTURE))).toEqual([2, 'cat.png', null]);
  expect(discord.problems).toEqual([]);
});
