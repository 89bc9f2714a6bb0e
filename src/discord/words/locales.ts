import type { Locale, LocalizationMap } from 'discord.js';
import { DE } from './de.ts';
import { EN, type Words } from './en.ts';
import { ES } from './es.ts';
import { FR } from './fr.ts';
import { JA } from './ja.ts';
import { PT_BR } from './pt-BR.ts';
import { ZH_CN } from './zh-CN.ts';

/** What Glimpse speaks besides English, by Discord's locale codes (Discord's reference, "Locales"). */
const OTHERS: ReadonlyMap<string, Words> = new Map<`${Locale}`, Words>([
  ['de', DE],
  ['es-419', ES],
  ['es-ES', ES],
  ['fr', FR],
  ['ja', JA],
  ['pt-BR', PT_BR],
  ['zh-CN', ZH_CN],
]);

/** The words for a locale of Discord's; English where Glimpse does not speak it. */
export function wordsFor(locale: string | null | undefined): Words {
  return OTHERS.get(locale ?? '') ?? EN;
}

/** One text in every language but English, as Discord takes it with a command's name or description. */
export function localised(text: (words: Words) => string): LocalizationMap {
  return Object.fromEntries([...OTHERS].map(([locale, words]) => [locale, text(words)]));
}
