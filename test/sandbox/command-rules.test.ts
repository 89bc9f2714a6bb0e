import { ApplicationCommandOptionType as Option, Routes, ApplicationCommandType as Type } from 'discord.js';
import { expect, test } from 'vitest';
import { refusal, restOf, startDiscord } from './bot.ts';

const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
const command = (change: object = {}) => ({ name: 'ask', description: 'Asks.', ...change });
const option = (change: object = {}) => ({ type: Option.String, name: 'question', description: 'What.', ...change });
const withOption = (change: object) => command({ options: [option(change)] });

/** Options that have, with descriptions of 90 characters, not quite 8000 between them. */
const wordy = (description_localizations: object) =>
  times(25, (index) =>
    option({
      name: `o${index}`.padEnd(30, 'x'),
      description: 'x'.repeat(90),
      description_localizations,
      choices: [{ name: 'x'.repeat(95), value: 'y'.repeat(95) }],
    }),
  );

/** Registers these commands, with our own rules alone: Discord's description would refuse some of this first. */
async function register(...commands: object[]) {
  const { discord } = await startDiscord({ description: undefined });
  return restOf(discord).put(Routes.applicationCommands(discord.applicationId), { body: commands });
}

test.each<[string, object[]]>([
  ['a name in another script', [command({ name: 'спросить' })]],
  ['an apostrophe in its name', [command({ name: "what's-this" })]],
  ['25 options', [command({ options: times(25, (index) => option({ name: `o${index}` })) })]],
  ['25 choices', [withOption({ choices: times(25, (index) => ({ name: `${index}`, value: `${index}` })) })]],
  ['file types', [withOption({ type: Option.Attachment, file_types: ['image'] })]],
  [
    'subcommands',
    [command({ options: [{ type: Option.Subcommand, name: 'set', description: 'Sets.', options: [option()] }] })],
  ],
  ['a file’s ending as its type', [withOption({ type: Option.Attachment, file_types: ['.webp', 'video'] })]],
  [
    'translations',
    [command({ name_localizations: { de: 'frage', ja: '質問' }, description_localizations: { de: 'x' } })],
  ],
  ['translations of a choice', [withOption({ choices: [{ name: 'a', value: 'a', name_localizations: { de: 'Ä' } }] })]],
  [
    'a menu’s translation with capitals',
    [{ type: Type.Message, name: 'Ask', name_localizations: { de: 'Frag mich' } }],
  ],
  ['8000 characters, of translations the longest alone', [command({ options: wordy({ de: 'y'.repeat(90) }) })]],
  ['spaces and capitals in a menu’s name', [{ type: Type.Message, name: 'Ask about this picture' }]],
  ['the same name as a menu', [command(), { type: Type.User, name: 'ask' }]],
  [
    '100 slash commands, 15 for users and 15 for messages',
    [
      ...times(100, (index) => command({ name: `c${index}` })),
      ...times(15, (index) => ({ type: Type.User, name: `u${index}` })),
      ...times(15, (index) => ({ type: Type.Message, name: `m${index}` })),
    ],
  ],
])('a registration with %s is taken', async (_what, commands) => {
  await expect(register(...commands)).resolves.toHaveLength(commands.length);
});

test.each<[string, object[]]>([
  ['a capital in a slash command’s name', [command({ name: 'Ask' })]],
  ['a space in a slash command’s name', [command({ name: 'ask me' })]],
  ['a name over 32 characters', [command({ name: 'x'.repeat(33) })]],
  ['no description', [command({ description: undefined })]],
  ['a description over 100 characters', [command({ description: 'x'.repeat(101) })]],
  ['a menu with a description', [{ type: Type.Message, name: 'Ask', description: 'Asks.' }]],
  ['a menu with options', [{ type: Type.Message, name: 'Ask', options: [option()] }]],
  ['a menu name over 32 characters', [{ type: Type.Message, name: 'x'.repeat(33) }]],
  ['the same name twice', [command(), command()]],
  ['26 options', [command({ options: times(26, (index) => option({ name: `o${index}` })) })]],
  ['the same option twice', [command({ options: [option(), option()] })]],
  [
    'a required option after an optional one',
    [command({ options: [option(), option({ name: 'b', required: true })] })],
  ],
  ['26 choices', [withOption({ choices: times(26, (index) => ({ name: `${index}`, value: `${index}` })) })]],
  ['choices and autocomplete', [withOption({ choices: [{ name: 'a', value: 'a' }], autocomplete: true })]],
  ['choices of files', [withOption({ type: Option.Attachment, choices: [{ name: 'a', value: 'a' }] })]],
  ['a choice over 100 characters', [withOption({ choices: [{ name: 'x'.repeat(101), value: 'a' }] })]],
  ['max_length over 6000', [withOption({ max_length: 6001 })]],
  ['a type of file that there is not', [withOption({ type: Option.Attachment, file_types: ['picture'] })]],
  ['types of files for a text', [withOption({ file_types: ['image'] })]],
  ['types of channels for a text', [withOption({ channel_types: [0] })]],
  ['permissions that are no number', [command({ default_member_permissions: 'ManageGuild' })]],
  ['a language that Discord has not', [command({ name_localizations: { 'de-AT': 'frage' } })]],
  ['a capital in a translation of its name', [command({ name_localizations: { de: 'Frage' } })]],
  ['a space in a translation of an option’s name', [withOption({ name_localizations: { de: 'die frage' } })]],
  ['an empty translation', [command({ description_localizations: { de: '' } })]],
  ['a translation of its name over 32 characters', [command({ name_localizations: { de: 'x'.repeat(33) } })]],
  [
    'a translation of its description over 100 characters',
    [command({ description_localizations: { de: 'x'.repeat(101) } })],
  ],
  [
    'a translation of a menu’s description',
    [{ type: Type.Message, name: 'Ask', description_localizations: { de: 'x' } }],
  ],
  [
    'two options of the same name in one language',
    [command({ options: ['a', 'b'].map((name) => option({ name, name_localizations: { de: 'c' } })) })],
  ],
  [
    'an option called in one language as another is by itself',
    [command({ options: [option({ name: 'a', name_localizations: { de: 'b' } }), option({ name: 'b' })] })],
  ],
  ['the same subcommand twice', [command({ options: times(2, () => option({ type: Option.Subcommand })) })]],
  ['over 8000 characters in one language', [command({ options: wordy({ de: 'y'.repeat(100) }) })]],
  ['no contexts at all', [command({ contexts: [] })]],
  ['a context that is not there', [command({ contexts: [3] })]],
  [
    'more than 8000 characters',
    [
      command({
        options: times(25, (index) =>
          option({ name: `o${index}`, choices: times(25, (n) => ({ name: `${n}`.padEnd(15, 'x'), value: `${n}` })) }),
        ),
      }),
    ],
  ],
])('a registration with %s is refused', async (_what, commands) => {
  expect(await refusal(register(...commands))).toMatchObject({ status: 400, code: 50035 });
});

test.each([
  ['101 slash commands', times(101, (index) => command({ name: `c${index}` }))],
  ['16 menus for messages', times(16, (index) => ({ type: Type.Message, name: `m${index}` }))],
  ['16 menus for users', times(16, (index) => ({ type: Type.User, name: `u${index}` }))],
])('%s are refused with 30032', async (_what, commands) => {
  expect(await refusal(register(...commands))).toMatchObject({ code: 30032 });
});

test('a registration replaces the one before, and a name that stays keeps its id', async () => {
  const { discord, guild } = await startDiscord();
  const rest = restOf(discord);
  const path = Routes.applicationGuildCommands(discord.applicationId, guild.id);
  const [first] = (await rest.put(path, { body: [command(), command({ name: 'help' })] })) as { id: string }[];
  const [second] = (await rest.put(path, { body: [command({ description: 'Asks anew.' })] })) as { id: string }[];
  expect(second?.id).toBe(first?.id);
  expect(await rest.get(path)).toMatchObject([{ name: 'ask', description: 'Asks anew.', guild_id: guild.id }]);
  expect(discord.commandNames(guild)).toEqual(['ask']);
  expect(discord.commandNames()).toEqual([]);
});

test('single commands are added, read, changed and taken away', async () => {
  const { discord } = await startDiscord();
  const rest = restOf(discord);
  const all = Routes.applicationCommands(discord.applicationId);
  const { id } = (await rest.post(all, { body: command() })) as { id: string };
  const one = Routes.applicationCommand(discord.applicationId, id);
  expect(await rest.get(one)).toMatchObject({ name: 'ask', type: Type.ChatInput, default_member_permissions: null });
  expect(await rest.patch(one, { body: { name: 'tell' } })).toMatchObject({ id, name: 'tell', description: 'Asks.' });
  await rest.delete(one);
  expect(await refusal(rest.get(one))).toMatchObject({ status: 404, code: 10063 });
  expect(discord.problems).toEqual([]);
});

test('commands of another application (20012) or in an unknown server (50001) are refused', async () => {
  const { discord } = await startDiscord();
  const rest = restOf(discord);
  const put = (path: `/${string}`) => refusal(rest.put(path, { body: [command()] }));
  expect(await put(Routes.applicationCommands('12345'))).toMatchObject({ status: 403, code: 20012 });
  const elsewhere = Routes.applicationGuildCommands(discord.applicationId, '12345');
  expect(await put(elsewhere)).toMatchObject({ status: 403, code: 50001 });
});

test('a list is without translations unless it is asked for them, and a single command has them', async () => {
  const { discord } = await startDiscord();
  const rest = restOf(discord);
  const all = Routes.applicationCommands(discord.applicationId);
  const translations = { name_localizations: { de: 'frage' }, description_localizations: { de: 'Fragt.' } };
  const options = [option({ name_localizations: { de: 'was' } })];
  const { id } = (await rest.post(all, { body: command({ ...translations, options }) })) as { id: string };
  const [bare] = (await rest.get(all)) as { options: object[] }[];
  expect(bare).not.toHaveProperty('name_localizations');
  expect(bare?.options[0]).not.toHaveProperty('name_localizations');
  const query = new URLSearchParams({ with_localizations: 'true' });
  const whole = { ...translations, options: [{ name_localizations: { de: 'was' } }] };
  expect(await rest.get(all, { query })).toMatchObject([whole]);
  expect(await rest.get(Routes.applicationCommand(discord.applicationId, id))).toMatchObject(whole);
  expect(discord.problems).toEqual([]);
});

test('Discord gives back no default and no translation that says the same, and null where there is none', async () => {
  const { discord } = await startDiscord();
  const body = command({
    name_localizations: { 'en-US': 'ask' },
    options: [option({ required: false, autocomplete: false, choices: [], name_localizations: { de: 'question' } })],
  });
  expect(await restOf(discord).post(Routes.applicationCommands(discord.applicationId), { body })).toMatchObject({
    name_localizations: null,
    description_localizations: null,
    options: [{ type: Option.String, name: 'question', description: 'What.' }],
  });
  expect(JSON.stringify(discord.requests.at(-1)?.reply)).not.toMatch(/required|autocomplete|choices/);
});

test('a version changes with its command alone', async () => {
  const { discord, guild } = await startDiscord();
  const rest = restOf(discord);
  for (const path of [
    Routes.applicationCommands(discord.applicationId),
    Routes.applicationGuildCommands(discord.applicationId, guild.id),
  ]) {
    const versions = async (...commands: object[]) =>
      ((await rest.put(path, { body: commands })) as { version: string }[]).map(({ version }) => version);
    const [ask, help] = await versions(command(), command({ name: 'help' }));
    const [sameAsk, otherHelp] = await versions(command(), command({ name: 'help', description: 'Helps.' }));
    expect(sameAsk).toBe(ask);
    expect(otherHelp).not.toBe(help);
  }
});

test('a command of one server is changed and taken away there, and does not take another’s name', async () => {
  const { discord, guild } = await startDiscord();
  const rest = restOf(discord);
  const all = Routes.applicationGuildCommands(discord.applicationId, guild.id);
  const post = async (body: object) => ((await rest.post(all, { body })) as { id: string }).id;
  const [ask, help] = [await post(command()), await post(command({ name: 'help' }))];
  const one = Routes.applicationGuildCommand(discord.applicationId, guild.id, ask);
  expect(await refusal(rest.patch(one, { body: { name: 'help' } }))).toMatchObject({ code: 50035 });
  expect(await rest.patch(one, { body: { description: 'Asks anew.' } })).toMatchObject({ id: ask, name: 'ask' });
  await rest.delete(Routes.applicationGuildCommand(discord.applicationId, guild.id, help));
  expect(await rest.get(all)).toMatchObject([{ id: ask, description: 'Asks anew.', guild_id: guild.id }]);
  const everywhere = Routes.applicationCommand(discord.applicationId, ask);
  expect(await refusal(rest.patch(everywhere, { body: {} }))).toMatchObject({ status: 404, code: 10063 });
  expect(discord.problems).toEqual([]);
});
