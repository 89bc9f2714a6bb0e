import { ApplicationIntegrationType, type Interaction, InteractionContextType, Routes } from 'discord.js';
import { expect, test } from 'vitest';
import { PIXEL, refusal, restOf, startBot, startDiscord } from './bot.ts';

const MENU = 'Ask about this picture';
const EVERYWHERE = {
  integrationTypes: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};

/** A server without the bot, somebody in it, and a bot whose commands can be had everywhere. */
async function elsewhere(onInteraction: (interaction: Interaction) => Promise<unknown>) {
  const { discord } = await startDiscord();
  const guild = discord.addGuild('Elsewhere', { hasBot: false });
  const channel = discord.addChannel(guild, 'general');
  const ned = discord.addMember(guild, 'ned');
  const bot = await startBot(discord, { onInteraction });
  await bot.application?.commands.set([{ type: 3, name: MENU, ...EVERYWHERE }]);
  return { discord, guild, channel, ned, bot };
}

test('in a server without the bot, only those who have installed it have its commands', async () => {
  const { channel, ned } = await elsewhere(
    async (interaction) =>
      interaction.isMessageContextMenuCommand() &&
      interaction.reply(
        `${interaction.guild} ${interaction.targetMessage.attachments.first()?.name} ${interaction.authorizingIntegrationOwners[1]}`,
      ),
  );
  const posted = await ned.post(channel, { files: [{ name: 'cat.png', bytes: PIXEL }] });
  await expect(ned.useMessageMenu(posted, MENU)).rejects.toThrow('is not installed here');
  ned.installApp();
  expect((await ned.useMessageMenu(posted, MENU)).message?.content).toBe(`null cat.png ${ned.user.id}`);
});

test('between people, where the bot is not, its commands work by themselves', async () => {
  const { discord, ned } = await elsewhere(
    async (interaction) => interaction.isMessageContextMenuCommand() && interaction.reply(`${interaction.context}`),
  );
  const group = discord.addGroup(ned, discord.addStranger('otto'));
  ned.installApp();
  const posted = await ned.post(group, 'look');
  const shown = await ned.useMessageMenu(posted, MENU);
  expect(shown.message?.content).toBe(String(InteractionContextType.PrivateChannel));
  expect(discord.problems).toEqual([]);
});

test('the bot neither knows such a server nor may write there', async () => {
  const { discord, guild, channel, bot } = await elsewhere(async () => {});
  expect(bot.guilds.cache.has(guild.id)).toBe(false);
  const send = restOf(discord).post(Routes.channelMessages(channel.id), { body: { content: 'hi' } });
  expect(await refusal(send)).toMatchObject({ status: 403, code: 50001 });
});

test('to a person’s own installation there are five follow-ups, and no more', async () => {
  const refused = new Promise((resolve, reject) => {
    elsewhere(async (interaction) => {
      if (!interaction.isMessageContextMenuCommand()) return;
      await interaction.reply('0');
      for (const content of ['1', '2', '3', '4', '5']) await interaction.followUp(content);
      await refusal(interaction.followUp('6')).then(resolve, reject);
    }).then(async ({ ned, channel }) => {
      ned.installApp();
      await ned.useMessageMenu(await ned.post(channel, 'look'), MENU);
    }, reject);
  });
  expect(await refused).toMatchObject({ code: 40094 });
});
