import { inPlural, type ProposedAnswer } from './candidates.ts';
import { inWords, termOfChoice } from './choices.ts';
import { pluralise, singularise, withArticle } from './grammar.ts';
import { fillFrames } from './prompts.ts';
import type { CountQuestion, Frame, RankedQuestion } from './question.ts';
import { THING_TEMPLATES } from './words/categories.ts';
import { NUMBER_WORDS, numberNamed } from './words/numbers.ts';

/** A possible answer with its sentences. */
export interface Candidate extends ProposedAnswer {
  /** True-sounding sentences, the most telling one first. Their unit embeddings are averaged. */
  readonly prompts: readonly string[];
  /**
   * A sentence about the candidate alone, where the prompts hold the question's own words. It serves many questions and
   * so is nearly always encoded already: long lists are cut by it before the prompts are encoded.
   */
  readonly gist?: string;
}

/** Writes what would be true of the picture if the proposed answer were. */
export function writePrompts(proposed: ProposedAnswer, question: RankedQuestion): Candidate {
  if (question.family === 'count') return { ...proposed, ...countedPrompts(proposed.answer, question) };
  const { frames, templates } = wordingOf(question);
  const term =
    proposed.phrase === undefined ? termOfChoice(proposed.answer, question) : { ...proposed, phrase: proposed.phrase };
  const { phrase } = 'plural' in question && question.plural ? inPlural(term) : term;
  const usual = fillFrames(templates, phrase);
  if (frames.length === 0) return { ...proposed, prompts: usual };
  const [gist = proposed.answer] = usual;
  return { ...proposed, prompts: [...new Set([...fillFrames(frames, phrase), gist])], gist };
}

/** The question's own sentences for a term, and the family's usual ones. */
function wordingOf(question: Exclude<RankedQuestion, CountQuestion>): {
  readonly frames: readonly Frame[];
  readonly templates: readonly Frame[];
} {
  const { frames } = question;
  switch (question.family) {
    case 'colour':
      return { frames, templates: COLOUR_TEMPLATES };
    case 'activity':
      return { frames, templates: ACTIVITY_TEMPLATES };
    case 'place':
      return { frames, templates: PLACE_TEMPLATES };
    case 'thing':
    case 'choice':
      return { frames, templates: THING_TEMPLATES };
    default: {
      const { templates } = question.category;
      if (!question.plural) return { frames, templates };
      return { frames: frames.map((frame) => frame.replace(/^\{\} is /, '{} are ')), templates };
    }
  }
}

const COLOUR_TEMPLATES: readonly Frame[] = ['{}', 'something {}', 'a {} thing'];
const ACTIVITY_TEMPLATES: readonly Frame[] = ['a person {}', 'people {}'];
const PLACE_TEMPLATES: readonly Frame[] = ['a photo taken {}', '{}'];

/** The sentences for one of something, or several; "several" and its like stand before the noun as a number does. */
function countedPrompts(answer: string, { subject, tail }: CountQuestion): Pick<Candidate, 'prompts'> {
  const word = inWords(answer);
  const number = /^\d{1,9}$/.test(word) ? Number(word) : numberNamed(word);
  const end = tail === '' ? '' : ` ${tail}`;
  const amount = /^(?:dozens|hundreds)$/.test(word) ? `${word} of` : word;
  if (number === undefined) return { prompts: fillFrames(THING_TEMPLATES, `${amount} ${subject}${end}`) };
  const noun = singularise(subject);
  const phrases =
    number === 1
      ? [`${withArticle(noun)}${end}`, `one ${noun}${end}`]
      : [...new Set([NUMBER_WORDS[number] ?? number, number])].map((n) => `${n} ${pluralise(subject)}${end}`);
  return { prompts: [...phrases, `a photo of ${phrases[0]}`] };
}
