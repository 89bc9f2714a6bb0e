import { isUncountable, pluralise, singularise, withArticle } from './grammar.ts';
import { fillFrames } from './prompts.ts';
import type { Frame, KindQuestion, Question, YesNoQuestion } from './question.ts';
import { ACTIVITIES } from './words/activities.ts';
import { THING_TEMPLATES } from './words/categories.ts';
import { BASIC_COLOURS } from './words/colours.ts';
import { NUMBER_WORDS } from './words/numbers.ts';
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
  /** Where the candidate comes from: the question's own words, a word table, or a learned proposer. */
  readonly origin: 'question' | 'table' | 'prior';
}

/** The candidates of a question that is answered by ranking: every family but yes-no, which is answered by contrast. */
export function candidatesFor(question: Exclude<Question, YesNoQuestion>): readonly Candidate[] {
  switch (question.family) {
    case 'count':
      return COUNTED.map((number) => counted(number, question.subject, question.tail));
    case 'colour':
      return BASIC_COLOURS.map((colour) => ({
        ...fromTerm({ answer: colour, phrase: colour }, question.frames, COLOUR_TEMPLATES, 'table'),
        answer: colour === 'gray' && question.spelling === 'british' ? 'grey' : colour,
      }));
    case 'choice':
      return question.options.map((option) => fromTerm(option, question.frames, THING_TEMPLATES, 'question'));
    case 'kind':
      return ofKind(question);
    case 'thing':
      return (question.terms ?? THINGS).map((term) => fromTerm(term, question.frames, THING_TEMPLATES, 'table'));
    case 'activity':
      return ACTIVITIES.map((term) => fromTerm(term, question.frames, ACTIVITY_TEMPLATES, 'table'));
    case 'place':
      return question.terms.map((term) => ({
        ...fromTerm(term, question.frames, PLACE_TEMPLATES, 'table'),
        logPrior: priorOfPlace(term.answer),
      }));
  }
}

/** The sentences for one of something, or several: what is ranked for "how many dogs are there?". */
export function counted(number: number, subject: string, tail: string): Candidate {
  const noun = singularise(subject);
  const end = tail === '' ? '' : ` ${tail}`;
  const phrases =
    number === 1
      ? [`${withArticle(noun)}${end}`, `one ${noun}${end}`]
      : [`${NUMBER_WORDS[number]} ${pluralise(subject)}${end}`, `${number} ${pluralise(subject)}${end}`];
  const prompts = [...phrases, `a photo of ${phrases[0]}`];
  return { answer: String(number), prompts, logPrior: LOG_PRIOR_OF_COUNT[number] ?? 0, origin: 'table' };
}

/**
 * log P(n), n = 1 to 6, at its number: the shares of these answers among the 104,000 that people gave to 13,528 questions
 * with "how many" (VQA v2 annotations, CC BY 4.0). It keeps back the six of a model that was taught to count to five.
 */
const LOG_PRIOR_OF_COUNT: readonly number[] = [0, -1.16, -1.14, -1.83, -2.24, -2.85, -3.17];

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

function ofKind({ category, frames, plural }: KindQuestion): readonly Candidate[] {
  if (!plural) return category.terms.map((term) => fromTerm(term, frames, category.templates, 'table'));
  const pluralFrames = frames.map((frame) => frame.replace(/^\{\} is /, '{} are '));
  return category.terms.map((term) => fromTerm(inPlural(term), pluralFrames, category.templates, 'table'));
}

/** "dogs" for "what animals are these?"; phrases that are no noun with its article stay. */
function inPlural(term: Term): Term {
  if (term.phrase !== withArticle(term.answer) || isUncountable(term.answer)) return term;
  const plural = pluralise(term.answer);
  return { answer: plural, phrase: plural };
}
