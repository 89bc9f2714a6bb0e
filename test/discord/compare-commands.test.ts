import { PermissionFlagsBits, SlashCommandBuilder } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../commands/index.ts';
import {
  compareCommands,
  type Definition,
  namedAlike,
  type Registered,
  shownName,
} from '../../src/discord/compare-commands.ts';

const definitions = COMMANDS.map(({ definition }) => definition.toJSON());

const ask: Definition = {
  name: 'ask',
  description: 'Ask a question about a picture',
  options: [
    { type: 3, name: 'question', description: 'Anything', required: true, choices: [{ name: 'One', value: '1' }] },
    { type: 11, name: 'image', description: 'A picture' },
  ],
};
const menu: Definition = { type: 3, name: 'Caption this picture' };

/** A definition as Discord gives it back, with all its own defaults. */
function asRegistered(definition: Definition, id = '1'): Registered {
  return {
    default_member_permissions: null,
    dm_permission: true,
    nsfw: false,
    contexts: null,
    integration_types: [0],
    name_localizations: null,
    description_localizations: null,
    ...structuredClone(definition),
    id,
    type: definition.type ?? 1,
    description: ('description' in definition && definition.description) || '',
  } as Registered;
}

/** What differs between a definition and what is registered of it, by field. */
function differing(registered: Registered, wanted: Definition): unknown {
  const [change] = compareCommands([registered], [wanted]).changes;
  return change?.kind === 'change' ? change.differing : change;
}

describe('compareCommands', () => {
  it('finds nothing to do where all is as it should be', () => {
    expect(
      compareCommands(
        definitions.map((definition) => asRegistered(definition)),
        definitions,
      ),
    ).toEqual({
      changes: [],
      unchanged: definitions.length,
    });
  });

  it.each<[string, object, object]>([
    ['what is said and is the default anyway', { nsfw: false, default_member_permissions: null }, {}],
    ['translations that are none', { name_localizations: {} }, { name_localizations: null }],
    ['fields that Discord left out', {}, { nsfw: undefined, name_localizations: undefined }],
    ['the order of contexts', { contexts: [0, 1, 2] }, { contexts: [2, 0, 1] }],
    [
      'the order of translations',
      { name_localizations: { de: 'a', fr: 'b' } },
      { name_localizations: { fr: 'b', de: 'a' } },
    ],
    [
      'translations that say what the original does',
      { name_localizations: { de: 'frag', fr: 'ask' } },
      { name_localizations: { de: 'frag' } },
    ],
    ['what the definition leaves to Discord', {}, { contexts: [0], integration_types: [0, 1] }],
    ['what is deprecated', {}, { dm_permission: false }],
  ])('takes no notice of %s', (_, said, given) => {
    const wanted = { ...ask, ...said } as Definition;
    expect(differing({ ...asRegistered(wanted), ...given } as Registered, wanted)).toBeUndefined();
  });

  it('takes no notice of what is said of options and is the default anyway', () => {
    const [question, image] = ask.options ?? [];
    const wordy = {
      ...image,
      required: false,
      name_localizations: {},
      description_localizations: null,
    } as typeof image;
    const wanted = { ...ask, options: [question, wordy] } as Definition;
    expect(differing(asRegistered(ask), wanted)).toBeUndefined();
    expect(differing(asRegistered(wanted), ask)).toBeUndefined();
  });

  it.each<[string, object, object]>([
    ['another description', { description: 'Other' }, { description: 'Other' }],
    ['a translation', { name_localizations: { de: 'frag' } }, { name_localizations: { de: 'frag' } }],
    ['who may use it', { default_member_permissions: '32' }, { default_member_permissions: '32' }],
    ['that nobody may use it', { default_member_permissions: '0' }, { default_member_permissions: '0' }],
    ['an age restriction', { nsfw: true }, { nsfw: true }],
    ['where it can be used', { contexts: [0, 1] }, { contexts: [0, 1] }],
    ['how it can be installed', { integration_types: [0, 1] }, { integration_types: [0, 1] }],
    ['options that are no more', { options: [] }, { options: [] }],
  ])('finds %s, and nothing else', (_, said, found) => {
    expect(differing(asRegistered(ask), { ...ask, ...said } as Definition)).toEqual(found);
  });

  it.each<[string, (options: Record<string, unknown>[]) => unknown[]]>([
    ['their order', ([question, image]) => [image, question]],
    ['one more', (options) => [...options, { type: 5, name: 'private', description: 'Only you' }]],
    ['one that is required now', ([question, image]) => [question, { ...image, required: true }]],
    ['a limit of nothing', ([question, image]) => [{ ...question, min_length: 0 }, image]],
    ['a further choice', ([question, image]) => [{ ...question, choices: [{ name: 'Two', value: '2' }] }, image]],
    ['kinds of files', ([question, image]) => [question, { ...image, file_types: ['image'] }]],
  ])('finds a change of options: %s', (_, change) => {
    const options = change(structuredClone(ask.options) as unknown as Record<string, unknown>[]);
    expect(differing(asRegistered(ask), { ...ask, options } as Definition)).toEqual({ options });
  });

  it('says what is to be as it is by default again', () => {
    const registered = asRegistered({
      ...ask,
      nsfw: true,
      default_member_permissions: '32',
      description_localizations: { de: 'Frag' },
    } as Definition);
    const { options: _, ...plain } = ask;
    expect(differing(registered, plain as Definition)).toEqual({
      nsfw: false,
      default_member_permissions: null,
      description_localizations: null,
      options: [],
    });
  });

  it('lists what is new, then what has changed, then what is to go', () => {
    const changed = { ...ask, description: 'Other' } as Definition;
    const { changes, unchanged } = compareCommands(
      [asRegistered({ name: 'old', description: 'Old' }, '7'), asRegistered(ask, '8'), asRegistered(menu, '9')],
      [menu, changed, { name: 'match', description: 'New' }],
    );
    expect(changes.map(({ kind, command }) => `${kind} ${command.name}`)).toEqual([
      'create match',
      'change ask',
      'delete old',
    ]);
    expect(changes.flatMap((change) => (change.kind === 'create' ? [] : change.id))).toEqual(['8', '7']);
    expect(unchanged).toBe(1);
  });

  it('keeps a slash command and a menu of the same name apart', () => {
    const alike: Definition = { type: 3, name: 'ask' };
    expect(compareCommands([asRegistered(ask)], [ask, alike]).changes).toEqual([{ kind: 'create', command: alike }]);
  });

  it("leaves Discord's own command for an Activity alone", () => {
    const launch = { ...asRegistered(ask), type: 4, name: 'launch' } as Registered;
    expect(compareCommands([launch], [])).toEqual({ changes: [], unchanged: 0 });
  });

  it('understands what the builders of discord.js write', () => {
    const built = new SlashCommandBuilder()
      .setName('settings')
      .setDescription('Settings')
      .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
      .addSubcommand((sub) => sub.setName('show').setDescription('Shows them'))
      .toJSON();
    const given = asRegistered({ ...built, default_member_permissions: '32' });
    expect(differing(given, built)).toBeUndefined();
  });
});

describe('namedAlike', () => {
  it('finds the names that are among the others, each under its own type', () => {
    expect(namedAlike([ask, menu], [{ name: 'ask', type: 1 }, { name: menu.name }])).toEqual([ask]);
  });
});

describe('shownName', () => {
  it('shows slash commands with their slash and menus in quotation marks', () => {
    expect([ask, menu].map(shownName)).toEqual(['/ask', '“Caption this picture”']);
  });
});
