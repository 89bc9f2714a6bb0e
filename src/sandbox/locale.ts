import { Locale } from 'discord.js';

/** A language that Discord's client speaks, by Discord's code for it, e.g. `pt-BR`. */
export type LocaleCode = `${Locale}` | 'ar' | 'he';

/** Every language of Discord's (its OpenAPI description, `AvailableLocalesEnum`, which knows two that discord.js does not). */
export const LOCALES: readonly LocaleCode[] = [...Object.values(Locale), 'ar', 'he'];

/** What somebody sees who has set no language. */
export const DEFAULT_LOCALE: LocaleCode = 'en-US';

/** Where Discord looks before it takes the default ("Locale fallbacks"). */
const FALLBACKS: Partial<Record<LocaleCode, LocaleCode>> = { 'en-US': 'en-GB', 'en-GB': 'en-US', 'es-419': 'es-ES' };

/** The text that somebody with this language sees, of one that has translations. */
export function localized(
  text: string,
  translations: Readonly<Partial<Record<LocaleCode, string>>> | null | undefined,
  locale: LocaleCode,
): string {
  const fallback = FALLBACKS[locale];
  return translations?.[locale] ?? (fallback && translations?.[fallback]) ?? text;
}
