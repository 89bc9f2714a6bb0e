import type { CaptionParts, CaptionThing } from '../answer.ts';
import { phrasesOf } from '../phrases/phrase-table.ts';
import { correctArticles, isPlural, isUncountable, pluralise, withArticle } from '../vqa/grammar.ts';
import { NUMBER_WORDS } from '../vqa/words/numbers.ts';

/** Said where the thing in a picture is not clear. */
export const NOTHING_CLEAR = 'something I can\u2019t make out';

/** The parts as one sentence: "Three red apples.", "A drawing of a dog running on the beach at night." */
export function composeCaption(parts: CaptionParts): string {
  // A map is a map, whatever is on it; of what is only somewhere, that much can be said, and is said first.
  const isNamed = parts.things.length > 0 || parts.kind;
  const said = isNamed
    ? composePhrase(parts)
    : [surroundings(parts).join(' '), NOTHING_CLEAR].filter(Boolean).join(', ');
  return `${capitalised(said.replace(TO_REWRITE, (word) => WRITTEN[word] ?? word))}.`;
}

/** What people write otherwise than the encoders read it, in the tables' phrases. */
const WRITTEN: Readonly<Record<string, string>> = {
  '3d': '3D',
  american: 'American',
  christmas: 'Christmas',
  halloween: 'Halloween',
  'x-ray': 'X-ray',
};
const TO_REWRITE = new RegExp(`\\b(?:${Object.keys(WRITTEN).join('|')})\\b`, 'g');

/**
 * The parts as the encoders were trained on sentences: lower case, no full stop. Without a thing, the kind of picture; without
 * that, the surroundings.
 */
export function composePhrase(parts: CaptionParts): string {
  const start = beginning(parts);
  if (parts.things.length === 0 && start !== '') return start.replace(LEADS_ON, '');
  const named = parts.things.map(nounPhrase).join(' and ');
  const scene = [named, parts.activity, ...surroundings(parts)].filter((part) => part).join(' ');
  return correctArticles(`${start}${scene}`);
}

function surroundings({ place, time, weather, style }: CaptionParts): readonly string[] {
  return [place, time, weather, style].filter((part) => part !== undefined);
}

/** "a gloomy painting of ", with the word that leads from the kind to what is shown; nothing where neither is said. */
function beginning({ kind, mood }: CaptionParts): string {
  if (!kind && !mood) return '';
  const said = kind ? (KIND_PHRASES().get(kind) ?? `a ${kind} of`) : 'a scene of';
  if (!mood) return `${said} `;
  // "pixel art of" and "graffiti of" take no article.
  return /^an? /.test(said) ? `${said.replace(/^an? /, `a ${mood} `)} ` : `${mood} ${said} `;
}

/** A kind of picture without its article and without the word that leads to what is shown: "a meme with" is a "meme". */
export const kindOf = (phrase: string): string => phrase.replace(/^an? /, '').replace(LEADS_ON, '');

/** What leads from the kind of picture to what it shows. */
const LEADS_ON = / (?:of|with|about|for) ?$/;

const KIND_PHRASES = (): ReadonlyMap<string, string> => {
  kindPhrases ??= new Map(phrasesOf('kinds-worth-naming').map((phrase) => [kindOf(phrase), phrase]));
  return kindPhrases;
};
let kindPhrases: ReadonlyMap<string, string> | undefined;

/** "an old red car", "two wooden chairs", "bread". */
export function nounPhrase({ thing, number = 1, colour, attribute }: CaptionThing): string {
  const before = attribute && !phrasesOf('materials').includes(attribute) ? [attribute] : [];
  const after = attribute && before.length === 0 ? [attribute] : [];
  const noun = [...before, ...(colour ? [colour] : []), ...after, thing].join(' ');
  return number > 1 && isCounted(thing) ? `${NUMBER_WORDS[number] ?? number} ${pluralise(noun)}` : withArticle(noun);
}

/** Whether there can be two of it: not of bread, nor of scissors, which would be two pairs. */
export const isCounted = (thing: string): boolean => !isUncountable(thing) && !isPlural(thing);

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
