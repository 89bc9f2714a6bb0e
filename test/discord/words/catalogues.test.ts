import { describe, expect, it } from 'vitest';
import { EN } from '../../../src/discord/words/en.ts';
import type { UserErrorCode } from '../../../src/user-error.ts';
import { entriesOf, saidBy, TRANSLATIONS } from './catalogues.ts';

/** What may read the same as in English: names, examples, and words that two languages share. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  everywhere: ['asking.example', 'about.title'],
  de: ['commands.match.options.text.name'],
  fr: [
    'commands.ask.options.question.name',
    'commands.ask.options.image.name',
    'commands.caption.options.image.name',
    'commands.rank.options.image.name',
    'commands.where.options.image.name',
  ],
};

/** Which expected failures a person in Discord can meet. The others happen on the command line or are told by name. */
const MET_IN_DISCORD: Readonly<Record<UserErrorCode, boolean>> = {
  'benchmark-invalid': false,
  busy: true,
  'choices-invalid': true,
  config: false,
  'file-unwritable': false,
  'model-unavailable': true,
  'no-picture': true,
  'not-allowed': false,
  'picture-corrupt': true,
  'picture-host': true,
  'picture-refused': true,
  'picture-too-large': true,
  'picture-too-many-pixels': true,
  'picture-type': true,
  'picture-unavailable': true,
  'question-empty': true,
  'question-too-long': true,
  'texts-invalid': true,
  'thing-invalid': true,
  timeout: true,
};

/** What a translation leaves as it is wherever English has it. */
const KEPT = [
  'Glimpse',
  'Discord',
  'PNG',
  'JPEG',
  'WebP',
  'GIF',
  'JSON',
  '/ask',
  'CLIP_MODEL=',
  'MESSAGE_CONTENT=1',
  'Message Content',
  'npm run deploy-commands',
  '`a cat, a dog, a fox`',
  'What animal is this?',
];

/** The word for "English". */
const ENGLISH: Readonly<Record<string, RegExp>> = {
  de: /Englisch/,
  fr: /anglais/,
  'es-ES': /inglés/,
  'es-419': /inglés/,
  'pt-BR': /inglês/,
  ja: /英語/,
  'zh-CN': /英语/,
};

const english = new Map(saidBy(EN).map((said) => [said.path, said]));

describe.each(TRANSLATIONS)('the words in %s', (locale, words) => {
  const said = saidBy(words);

  it('have the keys of English, and functions where English has them', () => {
    const shape = ({ failures: _, ...rest }: typeof EN) =>
      [...entriesOf(rest)].map(([path, entry]) => [path, typeof entry === 'string' ? 'text' : entry.length]);
    expect(shape(words)).toEqual(shape(EN));
  });

  it('have a sentence for every failure that a person in Discord can meet', () => {
    const met = Object.entries(MET_IN_DISCORD).flatMap(([code, isMet]) => (isMet ? [code] : []));
    expect(Object.keys(words.failures).sort()).toEqual(met.sort());
    for (const sentence of Object.values(words.failures)) expect(sentence).toMatch(/\S.*[.!?。？»”“]$/u);
  });

  it('are empty nowhere, and have no space too many', () => {
    for (const { path, text } of said) {
      expect(text.trim(), path).not.toBe('');
      expect(text, path).toBe(text.trim());
      expect(text, path).not.toMatch(/ {2}/);
    }
  });

  it('are translated, but for what is the same in both languages', () => {
    const same = said.filter(({ path, text }) => text === english.get(path)?.text).map(({ path }) => path);
    expect(same.sort()).toEqual([...(SAME.everywhere ?? []), ...(SAME[locale] ?? [])].sort());
  });

  it('say what they are given', () => {
    for (const { path, text, echoes } of said) for (const echo of echoes) expect(text, path).toContain(echo);
  });

  it('leave names, formats, settings and English examples as they are', () => {
    for (const { path, text } of said) {
      for (const kept of KEPT) if (english.get(path)?.text.includes(kept)) expect(text, path).toContain(kept);
    }
  });

  it('say wherever English does that questions are in English', () => {
    for (const { path, text } of said) {
      if (/\bEnglish\b/.test(english.get(path)?.text ?? '')) expect(text, path).toMatch(ENGLISH[locale] ?? /^$/);
    }
  });

  it('call menus and buttons what they are called', () => {
    for (const { path, text } of said) {
      const original = english.get(path)?.text ?? '';
      if (original.includes(`> ${EN.menus.ask}`)) expect(text, path).toContain(words.menus.ask);
      if (original.includes(`button ${EN.buttons.again}`)) expect(text, path).toContain(words.buttons.again);
    }
    expect(words.asking.title).toBe(words.menus.ask);
  });

  it('have Markdown in pairs', () => {
    for (const { path, text } of said) {
      for (const mark of ['**', '`']) expect(text.split(mark).length % 2, `${mark} in ${path}`).toBe(1);
    }
  });
});

describe('one and many', () => {
  it.each([
    ['de', 'Sekunden?|Frage[n]?|Antwort(?:en)?|Korrektur(?:en)?|Tage?n?|Rollen?|Anfragen?'],
    ['fr', 'secondes?|questions?|réponses?|corrections?|jours?|rôles?|demandes?'],
    ['es-ES', 'segundos?|preguntas?|respuestas?|correcciones|corrección|días?|roles|rol|solicitud(?:es)?'],
    ['pt-BR', 'segundos?|perguntas?|respostas?|correções|correção|dias?|cargos?|pedidos?'],
  ])('are told apart in %s', (locale, nouns) => {
    const words = TRANSLATIONS.find(([code]) => code === locale)?.[1] ?? EN;
    const noun = new RegExp(`(?<!\\d|\\bde )(1|2) (${nouns})(?![\\p{L}])`, 'gu');
    const found = (count: number) =>
      new Set(
        saidBy(words, [count, count, count]).flatMap(({ text }) =>
          [...text.matchAll(noun)].map((match) => match[2] ?? ''),
        ),
      );
    const one = found(1);
    const many = found(2);
    expect(one.size).toBeGreaterThan(4);
    for (const form of one) expect(many).not.toContain(form);
  });

  it.each([
    ['de', 'noch 1 Anfrage dran', 'noch 2 Anfragen dran', 'das erste von 5 Bildern', 'die ersten 2 von 5 Bildern'],
    ['fr', '1 demande avant', '2 demandes avant', 'la première de 5 images', 'les 2 premières de 5 images'],
    ['es-ES', '1 solicitud antes', '2 solicitudes antes', 'la primera de 5', 'las primeras 2 de 5'],
    ['pt-BR', '1 pedido antes', '2 pedidos antes', 'a primeira de 5', 'as primeiras 2 de 5'],
    ['ja', '1件のリクエスト', '2件のリクエスト', '5枚のうち最初の1枚', '5枚のうち最初の2枚'],
    ['zh-CN', '1 个请求', '2 个请求', '5 张图片中的前 1 张', '5 张图片中的前 2 张'],
  ])('read well in %s', (locale, oneAhead, twoAhead, first, firstTwo) => {
    const { waiting, footer } = TRANSLATIONS.find(([code]) => code === locale)?.[1] ?? EN;
    expect(waiting.queue(1)).toContain(oneAhead);
    expect(waiting.queue(2)).toContain(twoAhead);
    expect(footer.firstPictures(1, 5)).toContain(first);
    expect(footer.firstPictures(2, 5)).toContain(firstTwo);
  });
});

describe('punctuation', () => {
  const textsIn = (locale: string) => {
    const words = TRANSLATIONS.find(([code]) => code === locale)?.[1] ?? EN;
    return [...saidBy(words).map(({ text }) => text), ...Object.values(words.failures).map(String)];
  };

  it('is kept from the start of a line in French by no-break spaces', () => {
    for (const text of textsIn('fr')) {
      expect(text).not.toMatch(/ [:;?!»]|« /u);
      expect(text).not.toMatch(/«(?!\u00a0)|(?<!\u00a0)»/u);
      expect(text).not.toMatch(/\p{L}:(?= )/u);
    }
  });

  it.each(['ja', 'zh-CN'])('is full-width after a character of %s', (locale) => {
    for (const text of textsIn(locale)) {
      expect(text).not.toMatch(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}][,.:;!?()]/u);
    }
  });

  it('opens what it closes in Spanish', () => {
    const spanish = (text: string) => text.replaceAll(/what animal is this\?|How many people are there\?/gi, '');
    for (const text of textsIn('es-ES').map(spanish)) {
      expect(text.split('¿').length, text).toBe(text.split('?').length);
      expect(text.split('¡').length, text).toBe(text.split('!').length);
    }
  });
});
