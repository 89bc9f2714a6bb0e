import type { ChatInputCommandInteraction } from 'discord.js';
import { ApplicationCommandType, Locale } from 'discord.js';
import { expect, test } from 'vitest';
import { localized } from '../../src/sandbox/locale.ts';
import { startBot, startDiscord } from './bot.ts';

const ASK = {
  name: 'ask',
  nameLocalizations: { [Locale.German]: 'frage', [Locale.SpanishES]: 'pregunta' },
  description: 'Asks.',
  descriptionLocalizations: { [Locale.German]: 'Fragt.' },
};

/** A bot that answers with the languages that an interaction names. */
async function withLanguages() {
  const stage = await startDiscord();
  const bot = await startBot(stage.discord, {
    onInteraction: async (interaction) => {
      const { locale, guildLocale, commandName } = interaction as ChatInputCommandInteraction;
      if (interaction.isCommand()) await interaction.reply(`${locale} ${guildLocale} ${commandName}`);
    },
  });
  await bot.application?.commands.set([ASK, { type: ApplicationCommandType.Message, name: 'Describe' }]);
  return { ...stage, bot };
}

test.each(['de', 'pt-BR', 'ja', 'zh-CN'] as const)(
  'an interaction of somebody who reads %s says so',
  async (locale) => {
    const { ana, channel } = await withLanguages();
    expect(ana.locale).toBe('en-US');
    ana.locale = locale;
    expect((await ana.useSlashCommand(channel, 'ask')).message?.content).toBe(`${locale} en-US ask`);
  },
);

test('an interaction names the server’s language, which the bot knows, and none in direct messages', async () => {
  const { discord, bot, ana } = await withLanguages();
  const guild = discord.addGuild('Serveur', { locale: 'fr' });
  discord.addMember(guild, ana);
  const channel = discord.addChannel(guild, 'images');
  expect((await ana.useSlashCommand(channel, 'ask')).message?.content).toBe('en-US fr ask');
  expect(bot.guilds.cache.get(guild.id)?.preferredLocale).toBe('fr');
  expect((await ana.useSlashCommand(ana.directMessages, 'ask')).message?.content).toBe('en-US null ask');
});

test('a person is offered commands in their language and may call them by that, but the bot gets their own names', async () => {
  const { ana, channel } = await withLanguages();
  ana.locale = 'de';
  expect(ana.commandsIn(channel)).toEqual([
    { name: 'frage', description: 'Fragt.', type: 1 },
    { name: 'Describe', description: '', type: 3 },
  ]);
  expect((await ana.useSlashCommand(channel, 'frage')).message?.content).toBe('de en-US ask');
  ana.locale = 'ja';
  await expect(ana.useSlashCommand(channel, 'frage')).rejects.toThrow('"frage" is not registered');
});

test('a language without a translation falls back as Discord’s do, and then to the original', () => {
  const translations = { 'en-GB': 'colour', 'es-ES': 'color' } as const;
  expect(localized('tint', translations, 'en-US')).toBe('colour');
  expect(localized('tint', translations, 'es-419')).toBe('color');
  expect(localized('tint', translations, 'de')).toBe('tint');
  expect(localized('tint', null, 'en-GB')).toBe('tint');
});
