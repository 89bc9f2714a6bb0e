import { ComponentType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../commands/index.ts';
import { LAYOUT } from '../../../src/discord/panel.ts';
import { aboutPanel } from '../../../src/discord/panel-about.ts';
import { helpPanel } from '../../../src/discord/panel-help.ts';
import { forgetPanel, forgottenPanel, privacyPanel } from '../../../src/discord/panel-privacy.ts';
import type { Words } from '../../../src/discord/words/en.ts';
import { commandsForm } from '../../../src/sandbox/command-form.ts';
import { LIMITS } from '../../../src/sandbox/limits.ts';
import { LANGUAGES, LOCALES, saidBy } from './catalogues.ts';

/** A command or an option as it is registered. */
interface Part {
  readonly name: string;
  readonly description?: string;
  readonly name_localizations?: Readonly<Record<string, string>> | null;
  readonly description_localizations?: Readonly<Record<string, string>> | null;
  readonly options?: readonly Part[];
}

const definitions = COMMANDS.map(({ definition }) => definition.toJSON() as Part);
const slash = definitions.filter(({ description }) => description);
const menus = definitions.filter(({ description }) => !description);
const nameIn = (locale: string, part: Part) => part.name_localizations?.[locale] ?? part.name;

describe('what Discord is told of the commands', () => {
  it('keeps its rules', () => {
    expect(commandsForm.safeParse(definitions).error).toBeUndefined();
  });

  it('has a name and a description in every language', () => {
    for (const part of [...definitions, ...slash.flatMap(({ options = [] }) => options)]) {
      expect(Object.keys(part.name_localizations ?? {}).sort(), part.name).toEqual([...LOCALES].sort());
      const described = part.description ? LOCALES : [];
      expect(Object.keys(part.description_localizations ?? {}).sort(), part.name).toEqual([...described].sort());
    }
  });

  it('is no longer than Discord takes, with the longest of each text', () => {
    const longest = (text: string | undefined, others: Part['name_localizations']) =>
      Math.max(...[text ?? '', ...Object.values(others ?? {})].map(({ length }) => length));
    const size = ({
      name,
      name_localizations: names,
      description,
      description_localizations,
      options = [],
    }: Part): number =>
      longest(name, names) +
      longest(description, description_localizations) +
      options.reduce((sum, option) => sum + size(option), 0);
    for (const command of slash) expect(size(command), command.name).toBeLessThanOrEqual(LIMITS.commandCharacters);
  });

  describe.each(LOCALES)('in %s', (locale) => {
    it('has valid names and descriptions', () => {
      for (const part of [...slash, ...slash.flatMap(({ options = [] }) => options)]) {
        const name = nameIn(locale, part);
        expect(name).toMatch(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u);
        expect(name).toBe(name.toLowerCase());
        const description = part.description_localizations?.[locale] ?? '';
        expect(description.length, description).toBeLessThanOrEqual(LIMITS.commandDescription);
      }
      for (const menu of menus) expect(nameIn(locale, menu)).toMatch(/^\S(?:.{0,30}\S)?$/u);
    });

    it('has no name twice, and none that is another command’s in English', () => {
      for (const parts of [slash, menus, ...slash.map(({ options = [] }) => options)]) {
        const names = parts.map((part) => nameIn(locale, part));
        expect(new Set(names).size, names.join()).toBe(names.length);
        for (const part of parts) {
          const others = parts.filter((other) => other !== part).map(({ name }) => name);
          expect(others).not.toContain(nameIn(locale, part));
        }
      }
    });
  });
});

/** The longest that a text may be, by the field of Discord's that shows it. */
const FIELDS: readonly (readonly [RegExp, number])[] = [
  [/^buttons\.|^settings\.(?:everybody|wrongAnswers|reset|resetYes|resetNo|corrections\.export)$/, LIMITS.buttonLabel],
  [/^privacy\.(?:delete|deleteYes|deleteNo)$/, LIMITS.buttonLabel],
  [/^(?:asking|wrong)\.title$/, LIMITS.modalTitle],
  [/^asking\.(?:question|which)$|^wrong\.(?:pick|type|which)$/, LIMITS.label],
  [/^asking\.example$/, LIMITS.textInputPlaceholder],
  [/^asking\.(?:all|first)$|^settings\.(?:ownThreshold|thresholdOf|styles\..+)$/, LIMITS.selectOptionText],
  [/^settings\.no(?:Channel|Role)$/, LIMITS.selectPlaceholder],
  [/./, 500],
];

describe.each(LANGUAGES)('what Glimpse says in %s', (_, words) => {
  it('fits where it is shown', () => {
    for (const { path, text } of [
      ...saidBy(words),
      ...Object.entries(words.failures).map(([code, text = '']) => ({ path: `failures.${code}`, text })),
    ]) {
      const most = FIELDS.find(([field]) => field.test(path))?.[1] ?? 0;
      expect(text.length, `${path}: ${text}`).toBeLessThanOrEqual(most);
    }
  });

  it('leaves room in every panel', () => {
    const kept = { recentQuestions: 100, answers: 100, corrections: 100 };
    const vitals = { note: () => {}, answered: () => 12_345, medianMs: () => 1234, uptimeMs: () => 1234 };
    for (const { components } of [
      helpPanel({ botId: '1'.repeat(19), isPresent: true, readsMessages: true, smallModel: true }, words),
      aboutPanel({ phase: 'ready', model: 'glimpse-mini' }, vitals, words, Date.now()),
      privacyPanel(kept, words),
      forgetPanel(words),
      forgottenPanel(kept, words),
    ]) {
      const length = textIn(components).length;
      expect(length).toBeGreaterThan(0);
      expect(length).toBeLessThanOrEqual(LAYOUT.text);
    }
    expect(settingsLength(words)).toBeLessThanOrEqual(LAYOUT.text);
  });
});

/** All text that the components of a message show, menus and buttons apart. */
function textIn(part: unknown): string {
  if (typeof part !== 'object' || part === null) return '';
  if (Array.isArray(part)) return part.map(textIn).join('');
  const plain = 'toJSON' in part && typeof part.toJSON === 'function' ? (part.toJSON() as object) : part;
  const own =
    'type' in plain && plain.type === ComponentType.TextDisplay && 'content' in plain ? String(plain.content) : '';
  return own + ('components' in plain ? textIn(plain.components) : '');
}

/** More than the overview of settings ever shows: all that it can say, and ten channels in which everything is missing. */
function settingsLength({ settings }: Words): number {
  const { corrections: _, permissions, ...said } = settings;
  const channel = `<#${'1'.repeat(19)}>`;
  const texts = Object.values(said).flatMap((entry) => (typeof entry === 'string' ? [entry] : []));
  const lacking = settings.lacks(channel, Object.values(permissions).join(', ')).length * 10;
  const attaching = settings.cantAttach(Array(25).fill(channel).join(', ')).length;
  return texts.join('\n').length + lacking + attaching;
}
