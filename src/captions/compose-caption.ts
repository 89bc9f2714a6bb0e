import { isUncountable, pluralise, withArticle } from '../vqa/grammar.ts';
import { NUMBER_WORDS } from '../vqa/words/numbers.ts';

/** What a caption says; everything but the thing may be left out. */
export interface Scene {
  /** Singular, or a word that has none: "dog", "scissors". */
  readonly thing: string;
  /** 1 to 10; 1 is said as "a". */
  readonly number?: number;
  readonly colour?: string;
  /** "surfing", "riding a horse". */
  readonly activity?: string;
  /** With its preposition: "on the beach". */
  readonly place?: string;
}

/** The scene as one sentence: "Three red apples.", "A dog running on the beach." */
export function composeCaption({ thing, number = 1, colour, activity, place }: Scene): string {
  const subject = quantified(colour ? `${colour} ${thing}` : thing, number);
  const sentence = [subject, activity, place].filter((part) => part !== undefined && part !== '').join(' ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function quantified(noun: string, number: number): string {
  return number > 1 && !isUncountable(noun)
    ? `${NUMBER_WORDS[number] ?? number} ${pluralise(noun)}`
    : withArticle(noun);
}
