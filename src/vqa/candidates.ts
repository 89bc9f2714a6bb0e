import { inWords, isZero, termOfChoice } from './choices.ts';
import { isUncountable, pluralise, singularise, withArticle } from './grammar.ts';
import { fillFrames } from './prompts.ts';
import type { CountQuestion, Frame, Question, YesNoQuestion } from './question.ts';
import { ACTIVITIES } from './words/activities.ts';
import { THING_TEMPLATES } from './words/categories.ts';
import { BASIC_COLOURS, LOG_RARITY_OF_SHADE } from './words/colours.ts';
import { NUMBER_WORDS, numberNamed } from './words/numbers.ts';
import { priorOfPlace } from './words/settings.ts';
import { THINGS } from './words/things.ts';
import type { Term } from './words/word-list.ts';

/** A possible answer, before the picture is asked. */
export interface Candidate {
  readonly answer: string;
  /** True-sounding sentences, the most telling one first. Their unit embeddings are averaged. */
  readonly prompts: readonly string[];
  /**
   * A sentence about the candidate alone, where the prompts hold the question's own words. It serves many questions and
   * so is nearly always encoded already: long lists are cut by it before the prompts are encoded.
   */
  readonly gist?: string;
  /** log P(answer | question) as known without the picture; 0 for all where nothing is known. */
  readonly logPrior: number;
  /** Where the candidate comes from: the question's own words, the choices given with it, a word table, or a learned proposer. */
  readonly origin: 'question' | 'choices' | 'table' | 'prior';
}

/**
 * The candidates of a question that is answered by ranking: every family but yes-no, which is answered by contrast.
 * With `choices` those are the candidates, each under its own name, in the sentences of the question's family. Zero, which
 * no sentence shows, is left out of a count's.
 */
export function candidatesFor(
  question: Exclude<Question, YesNoQuestion>,
  choices?: readonly string[],
): readonly Candidate[] {
  if (question.family === 'count') {
    return choices
      ? choices.filter((choice) => !isZero(choice)).map((choice) => countedChoice(choice, question))
      : COUNTED.map((number) => counted(number, question.subject, question.tail));
  }
  const { frames, templates } = wordingOf(question);
  const write = (term: Term, origin: Candidate['origin'] = 'table') =>
    fromTerm(question.family === 'kind' && question.plural ? inPlural(term) : term, frames, templates, origin);
  if (choices)
    return choices.map((choice) => ({ ...write(termOfChoice(choice, question), 'choices'), answer: choice }));
  switch (question.family) {
    case 'colour':
      return [...BASIC_COLOURS, ...LOG_RARITY_OF_SHADE.keys()].map((colour) => ({
        ...write({ answer: colour === 'gray' && question.spelling === 'british' ? 'grey' : colour, phrase: colour }),
        logPrior: LOG_RARITY_OF_SHADE.get(colour) ?? 0,
      }));
    case 'choice':
      return question.options.map((option) => write(option, 'question'));
    case 'kind':
      return question.category.terms.map((term) => write(term));
    case 'thing':
      return (question.terms ?? THINGS).map((term) => write(term));
    case 'activity':
      return ACTIVITIES.map((term) => write(term));
    case 'place':
      return question.terms.map((term) => ({ ...write(term), logPrior: priorOfPlace(term.answer) }));
  }
}

/** The question's own sentences for a term, and the family's usual ones. */
function wordingOf(question: Exclude<Question, YesNoQuestion | CountQuestion>): {
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
    case 'kind': {
      const { templates } = question.category;
      if (!question.plural) return { frames, templates };
      return { frames: frames.map((frame) => frame.replace(/^\{\} is /, '{} are ')), templates };
    }
    case 'thing':
    case 'choice':
      return { frames, templates: THING_TEMPLATES };
  }
}

/** The sentences for one of something, or several: what is ranked for "how many dogs are there?". */
export function counted(number: number, subject: string, tail: string): Candidate {
  const noun = singularise(subject);
  const end = tail === '' ? '' : ` ${tail}`;
  const phrases =
    number === 1
      ? [`${withArticle(noun)}${end}`, `one ${noun}${end}`]
      : [...new Set([NUMBER_WORDS[number] ?? number, number])].map((n) => `${n} ${pluralise(subject)}${end}`);
  const prompts = [...phrases, `a photo of ${phrases[0]}`];
  return { answer: String(number), prompts, logPrior: LOG_PRIOR_OF_COUNT[number] ?? RAREST_COUNT, origin: 'table' };
}

/** Numbers are counted like Glimpse's own; "several" and its like stand before the noun as a number does. */
function countedChoice(choice: string, { subject, tail }: CountQuestion): Candidate {
  const word = inWords(choice);
  const number = /^\d{1,9}$/.test(word) ? Number(word) : numberNamed(word);
  if (number !== undefined) return { ...counted(number, subject, tail), answer: choice, origin: 'choices' };
  const phrase = `${word} ${subject}${tail === '' ? '' : ` ${tail}`}`;
  return { answer: choice, prompts: fillFrames(THING_TEMPLATES, phrase), logPrior: RAREST_COUNT, origin: 'choices' };
}

/**
 * log P(n), n = 1 to 6, at its number: the shares of these answers among the 104,000 that people gave to 13,528 questions
 * with "how many" (VQA v2 annotations, CC BY 4.0). It keeps back the six of a model that was taught to count to five.
 */
const LOG_PRIOR_OF_COUNT: readonly number[] = [0, -1.16, -1.14, -1.83, -2.24, -2.85, -3.17];
/** Of larger numbers, which are ranked as choices only, none is likelier than the six. */
const RAREST_COUNT = -3.17;

/** Ranked numbers. Zero is not among them: no sentence shows it. Beyond six, CLIP's counting is guessing (facts: CountBench). */
export const COUNTED = [1, 2, 3, 4, 5, 6] as const;

const COLOUR_TEMPLATES: readonly Frame[] = ['{}', 'something {}', 'a {} thing'];
const ACTIVITY_TEMPLATES: readonly Frame[] = ['a person {}', 'people {}'];
const PLACE_TEMPLATES: readonly Frame[] = ['a photo taken {}', '{}'];

/** The question's own sentence first, then the usual one, which steadies it. */
function fromTerm(
  term: Term,
  frames: readonly Frame[],
  templates: readonly Frame[],
  origin: Candidate['origin'],
): Candidate {
  const usual = fillFrames(templates, term.phrase);
  const [gist = term.answer] = usual;
  if (frames.length === 0) return { answer: term.answer, prompts: usual, logPrior: 0, origin };
  const prompts = [...new Set([...fillFrames(frames, term.phrase), gist])];
  return { answer: term.answer, prompts, gist, logPrior: 0, origin };
}

/** "dogs" for "what animals are these?"; phrases that are no noun with its article stay. */
function inPlural(term: Term): Term {
  if (term.phrase !== withArticle(term.answer) || isUncountable(term.answer)) return term;
  const plural = pluralise(term.answer);
  return { answer: plural, phrase: plural };
}
