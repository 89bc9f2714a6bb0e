import { ApplicationCommandOptionType as Option, Routes, ApplicationCommandType as Type } from 'discord.js';
import { expect, test } from 'vitest';
import { refusal, restOf, startDiscord } from './bot.ts';

const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
const command = (change: object = {}) => ({ name: 'ask', description: 'Asks.', ...change });
const option = (change: object = {}) => ({ type: Option.String, name: 'question', description: 'What.', ...change });
const withOption = (change: object) => command({ options: [option(change)] });

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
