import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  type LocalizationMap,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../commands/index.ts';
import { localised } from '../../src/discord/words/locales.ts';

const definitions = COMMANDS.map(({ definition }) => definition.toJSON());
/** Every language that Glimpse speaks besides English. */
const LANGUAGES = Object.keys(localised(({ menus }) => menus.ask)) as Locale[];

/** Anything that Discord shows the name of: a command or one of its options. */
interface Named {
  readonly name: string;
  readonly name_localizations?: LocalizationMap | null | undefined;
  readonly description?: string;
  readonly description_localizations?: LocalizationMap | null | undefined;
}

const optionsOf = (definition: object): readonly APIApplicationCommandOption[] =>
  'options' in definition ? (definition.options as APIApplicationCommandOption[]) : [];
const everyPart = (definition: (typeof definitions)[number]): readonly Named[] => [
  definition as Named,
  ...optionsOf(definition),
];

/** A name as it is shown in a language: in English, or where it has none of its own, as the command was made. */
const shownIn = ({ name, name_localizations }: Named, locale: Locale): string => name_localizations?.[locale] ?? name;

describe('the commands', () => {
  it('are what the documentation names', () => {
    expect(definitions.map(({ name }) => name)).toEqual([
      'ask',
      'caption',
      'rank',
      'match',
      'where',
      'settings',
      'help',
      'about',
      'privacy',
      'Ask about this picture',
      'Caption this picture',
      'Describe for alt text',
    ]);
  });

  it.each(definitions.filter(({ name }) => name !== 'settings'))('$name is had everywhere', (definition) => {
    expect(definition.integration_types).toEqual([
      ApplicationIntegrationType.GuildInstall,
      ApplicationIntegrationType.UserInstall,
    ]);
    expect(definition.contexts).toEqual([
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    ]);
  });

  it('have one for servers alone', () => {
    expect(definitions.find(({ name }) => name === 'settings')).toMatchObject({
      integration_types: [ApplicationIntegrationType.GuildInstall],
      contexts: [InteractionContextType.Guild],
    });
  });

  it('are told apart by how they are invoked', () => {
    for (const { kind, definition } of COMMANDS) {
      const expected = kind === 'slash' ? undefined : ApplicationCommandType.Message;
      const { type } = definition.toJSON();
      expect(type === ApplicationCommandType.ChatInput ? undefined : type).toBe(expected);
    }
  });

  it('take pictures alone where they take files, as far as Discord can tell', () => {
    const files = definitions.flatMap(optionsOf).filter(({ type }) => type === ApplicationCommandOptionType.Attachment);
    expect(files).toHaveLength(4 + 10);
    for (const file of files) expect(file).toMatchObject({ file_types: ['image'] });
  });

  it('ask for what they need before what they do not', () => {
    for (const definition of definitions) {
      const needed = optionsOf(definition).map(({ required = false }) => required);
      expect(needed).toEqual([...needed].sort((a, b) => Number(b) - Number(a)));
    }
  });
});

/** "Application Command Naming" in Discord's documentation: letters, digits, `-`, `_` and `'`, without capitals. */
const SLASH_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

describe.each(definitions)('the languages of $name', (definition) => {
  const isSlash = definition.type !== ApplicationCommandType.Message;

  it('are all that Glimpse speaks, by the codes that Discord knows', () => {
    expect(Object.values(Locale)).toEqual(expect.arrayContaining(LANGUAGES));
    for (const part of everyPart(definition)) {
      expect(Object.keys(part.name_localizations ?? {})).toEqual(LANGUAGES);
      if (isSlash) expect(Object.keys(part.description_localizations ?? {})).toEqual(LANGUAGES);
    }
  });

  it('have names that Discord takes', () => {
    for (const part of everyPart(definition)) {
      for (const name of [part.name, ...Object.values(part.name_localizations ?? {})]) {
        if (isSlash) {
          expect(name).toMatch(SLASH_NAME);
          expect(name).toBe(name?.toLowerCase());
        } else {
          expect(name).toMatch(/^\S.{0,30}\S$/u);
        }
      }
    }
  });

  it('have descriptions that Discord takes', () => {
    for (const { description, description_localizations } of isSlash ? everyPart(definition) : []) {
      for (const text of [description, ...Object.values(description_localizations ?? {})]) {
        expect(text).toMatch(/^\S.{0,98}\S$/u);
      }
    }
  });

  it('name no two options the same', () => {
    for (const locale of LANGUAGES) {
      const names = optionsOf(definition).map((option) => shownIn(option, locale));
      expect(new Set(names).size, locale).toBe(names.length);
    }
  });
});

describe('the names of the commands', () => {
  it.each([undefined, ApplicationCommandType.Message])('differ in every language, of the type %s', (type) => {
    const same = definitions.filter((definition) =>
      type === undefined ? definition.type !== ApplicationCommandType.Message : definition.type === type,
    );
    for (const locale of LANGUAGES) {
      const names = same.map((definition) => shownIn(definition as Named, locale));
      expect(new Set(names).size, locale).toBe(names.length);
    }
  });
});
