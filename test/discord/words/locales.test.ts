import { Locale } from 'discord.js';
import { expect, it } from 'vitest';
import { DE } from '../../../src/discord/words/de.ts';
import { EN } from '../../../src/discord/words/en.ts';
import { ES } from '../../../src/discord/words/es.ts';
import { FR } from '../../../src/discord/words/fr.ts';
import { JA } from '../../../src/discord/words/ja.ts';
import { localised, wordsFor } from '../../../src/discord/words/locales.ts';
import { PT_BR } from '../../../src/discord/words/pt-BR.ts';
import { ZH_CN } from '../../../src/discord/words/zh-CN.ts';

const SPOKEN = {
  de: DE,
  'es-419': ES,
  'es-ES': ES,
  fr: FR,
  ja: JA,
  'pt-BR': PT_BR,
  'zh-CN': ZH_CN,
};

it.each([...Object.values(Locale), 'ar', 'he'])('there are words for %s', (locale) => {
  expect(wordsFor(locale)).toBe(locale in SPOKEN ? SPOKEN[locale as keyof typeof SPOKEN] : EN);
});

it.each([undefined, null, '', 'xx', 'DE', 'toString'])(
  'what is no locale, such as %j, is answered in English',
  (locale) => {
    expect(wordsFor(locale)).toBe(EN);
  },
);

it('Discord gets a text in every language but English', () => {
  expect(localised(({ buttons }) => buttons.remove)).toEqual({
    de: 'Löschen',
    'es-419': 'Eliminar',
    'es-ES': 'Eliminar',
    fr: 'Supprimer',
    ja: '削除',
    'pt-BR': 'Excluir',
    'zh-CN': '删除',
  });
});
