import type { DeclinedFamily } from '../answer.ts';

/** What Glimpse says to a question of a family that it does not answer: what it can't do, and what to do instead. */
export function sayDeclined(family: DeclinedFamily): string {
  return SENTENCES[family];
}

const SENTENCES: Readonly<Record<DeclinedFamily, string>> = {
  'reads-text':
    "I can't read words or numbers in pictures. Ask me what kind of sign or object it is, or use a text recogniser (OCR) for the words.",
  why: "I can't tell why something is as it is, or what it is for. Ask me what can be seen instead: what someone is doing, what is there, or where it is.",
  'who-is-this':
    "I don't recognise people, and I don't guess names or where someone is from. Ask me what they are doing, wearing or holding.",
  'not-about-the-picture':
    'I only answer questions about a picture. Ask me what is in it, such as "What animal is this?" or "How many people are there?"',
  'other-language': 'I only understand English so far. Please ask again in English, such as "What animal is this?"',
};
