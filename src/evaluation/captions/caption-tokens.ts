/**
 * The words of a caption as the COCO caption evaluation counts them: lower case, apart as the Penn Treebank has it ("don't" is
 * "do n't", "dog's" is "dog 's", "cannot" is "can not", "t-shirt" stays one), without punctuation (Chen et al. 2015, "Microsoft
 * COCO Captions", section 3.2; the marks that its ptbtokenizer.py drops). Written after the treebank's rules, not after the
 * tokenizer that they run, which also knows addresses, fractions and many abbreviations.
 */
export function captionTokens(caption: string): readonly string[] {
  const plain = caption
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"');
  return [...plain.matchAll(TOKEN)].flatMap(([token]) => partsOf(token)).filter((token) => !DROPPED.test(token));
}

const TOKEN = new RegExp(
  [
    String.raw`\p{N}+(?:[.,:]\p{N}+)*(?:[\p{L}\p{M}]+|(?:-[\p{L}\p{N}]+)*)`, // numbers: 1,000, 10:30, 2nd, 3-year-old
    String.raw`(?:\p{L}\.){2,}`, // u.s.
    String.raw`[\p{L}\p{M}\p{N}]+(?:[-'_][\p{L}\p{M}\p{N}]+)*`, // words: t-shirt, o'clock, dog's
    String.raw`'(?:s|re|ve|ll|d|m)\b`,
    String.raw`\S`,
  ].join('|'),
  'gu',
);

/** Punctuation goes; signs that are read aloud ("&", "%", "$") stay. */
const DROPPED = /^[.,:;?!'"`\u2013\u2014\u2026-]+$/;

/** Brackets as the treebank writes them. In lower case they are not in the official list of what is dropped, so they stay. */
const BRACKETS: Readonly<Record<string, string>> = {
  '(': '-lrb-',
  ')': '-rrb-',
  '[': '-lsb-',
  ']': '-rsb-',
  '{': '-lcb-',
  '}': '-rcb-',
};

const TWO_WORDS: Readonly<Record<string, readonly string[]>> = {
  cannot: ['can', 'not'],
  gonna: ['gon', 'na'],
  gotta: ['got', 'ta'],
  wanna: ['wan', 'na'],
  gimme: ['gim', 'me'],
  lemme: ['lem', 'me'],
};

function partsOf(token: string): readonly string[] {
  const [, word, ending] = /^(.+?)(n't|'(?:s|re|ve|ll|d|m))$/.exec(token) ?? [];
  if (word && ending) return [...partsOf(word), ending];
  if (Object.hasOwn(TWO_WORDS, token)) return TWO_WORDS[token] ?? [token];
  return [BRACKETS[token] ?? token];
}
