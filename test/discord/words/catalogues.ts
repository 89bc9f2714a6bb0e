import { DECLINED_FAMILIES } from '../../../src/answer.ts';
import { EN, type Words } from '../../../src/discord/words/en.ts';
import { wordsFor } from '../../../src/discord/words/locales.ts';

/** Discord's codes for the languages besides English; `es-419` has the words of `es-ES`. */
export const LOCALES = ['de', 'fr', 'es-ES', 'es-419', 'pt-BR', 'ja', 'zh-CN'] as const;

/** Every language with its words, English first. */
export const LANGUAGES: readonly (readonly [locale: string, words: Words])[] = [
  ['en-US', EN],
  ...LOCALES.map((locale) => [locale, wordsFor(locale)] as const),
];

/** The same without English. */
export const TRANSLATIONS = LANGUAGES.slice(1);

type Saying = (...given: readonly unknown[]) => unknown;
/** A text, or a function that makes one. */
export type Entry = string | Saying;

/** Every text and every function of a catalogue under its path, e.g. `buttons.why`. */
export function entriesOf(part: object, at = ''): Map<string, Entry> {
  const found = new Map<string, Entry>();
  for (const [key, value] of Object.entries(part)) {
    const path = at === '' ? key : `${at}.${key}`;
    if (typeof value === 'string' || typeof value === 'function') found.set(path, value);
    else for (const [inner, entry] of entriesOf(value as object, path)) found.set(inner, entry);
  }
  return found;
}

/** What a function takes that is no text or number to be echoed. */
const CHOOSING: Readonly<Record<string, readonly unknown[]>> = {
  'answer.declined': DECLINED_FAMILIES,
  'settings.rolesHint': [true, false],
};
/** Stand for the texts and numbers that a function echoes; every language takes them for several. */
const ECHOED = [23, 57, 81];

/** What an entry says: texts, or texts by name where it makes an object of them; each with what must appear in it. */
export interface Said {
  readonly path: string;
  readonly text: string;
  readonly echoes: readonly string[];
}

/** Everything that a catalogue says, with functions called as `counts` or with numbers of many. */
export function saidBy(words: Words, counts: readonly number[] = ECHOED): Said[] {
  const { failures: _, ...rest } = words;
  return [...entriesOf(rest)].flatMap(([path, entry]) => {
    if (typeof entry === 'string') return [{ path, text: entry, echoes: [] }];
    const choices = CHOOSING[path];
    if (choices)
      return choices.map((choice) => ({ path: `${path}(${choice})`, text: String(entry(choice)), echoes: [] }));
    const given = counts.slice(0, entry.length);
    const made = entry(...given);
    const texts = typeof made === 'string' ? { '': made } : (made as Record<string, string>);
    return Object.entries(texts).map(([name, text]) => ({
      path: name === '' ? path : `${path}.${name}`,
      text,
      echoes: given.map(String),
    }));
  });
}
