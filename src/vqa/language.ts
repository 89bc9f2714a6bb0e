import { ENGLISH_WORDS, FOREIGN_LETTERS, FOREIGN_WORDS, LOANWORDS, SHARED_WORDS } from './words/languages.ts';

/**
 * Whether a question is in another language than English, by its script, and in Latin script by its little words: "was ist
 * das" has three that no English sentence does. In doubt it says no: slang, typos and names are still English.
 */
export function isOtherLanguage(question: string): boolean {
  const text = question
    .normalize('NFKC')
    .toLowerCase()
    .replace(/<[^>]*>|https?:\/\/\S+|:[a-z0-9_]+:/g, ' ');
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters === 0) return false;
  if (latin * 2 < letters) return true;
  return /[¿¡]\s*\p{L}/u.test(text) || isForeignInLatin(text);
}

function isForeignInLatin(text: string): boolean {
  const words = text.normalize('NFC').match(/\p{L}+/gu) ?? [];
  let foreign = 0;
  let english = 0;
  let unknown = 0;
  for (const word of words) {
    if (SHARED_WORDS.has(word)) continue;
    if (ENGLISH_WORDS.has(word)) english++;
    else if (FOREIGN_WORDS.has(word) || (FOREIGN_LETTERS.test(word) && !LOANWORDS.has(word))) foreign++;
    else unknown++;
  }
  if (foreign === 0) return false;
  if (english === 0) return foreign >= 2 || unknown <= 1;
  // A foreign title or name in an English question brings a few such words.
  return foreign >= 3 && foreign > 2 * english;
}
