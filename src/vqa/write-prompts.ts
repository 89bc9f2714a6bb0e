import { asThing } from './answer-phrase.ts';
import { isTimeWord } from './answer-sorts.ts';
import { inPlural, type ProposedAnswer } from './candidates.ts';
import { inWords } from './choices.ts';
import { countedPrompts } from './counted-prompts.ts';
import { type GapQuestion, phraseFor } from './gaps.ts';
import { isPlural, withArticle } from './grammar.ts';
import { withoutDeterminer } from './noun-phrase.ts';
import { fillFrames } from './prompts.ts';
import type { Frame, RankedQuestion } from './question.ts';
import { NAMES } from './words/answer-words.ts';
import { THING_TEMPLATES } from './words/categories.ts';
import { tableOf } from './words/things.ts';

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

/**
 * Writes what would be true of the picture if the proposed answer were. An answer that does not fit the question's sentences
 * gets plain ones: "there is a hurricane" where the weather is asked after.
 */
export function writePrompts(proposed: ProposedAnswer, question: RankedQuestion): Candidate {
  if (question.family === 'count') return { ...proposed, prompts: countedPrompts(proposed.answer, question) };
  const phrase = phraseOf(proposed, question);
  const { frames, templates } = wordingOf(question, phrase ?? '');
  if (phrase === undefined) {
    const prompts = plainPrompts(inWords(proposed.answer));
    return frames.length === 0 ? { ...proposed, prompts } : { ...proposed, prompts, gist: prompts[0] as string };
  }
  const usual = fillFrames(gistFrames(templates, question), phrase);
  if (frames.length === 0) return { ...proposed, prompts: usual };
  const [gist = proposed.answer] = usual;
  return { ...proposed, prompts: [...new Set([...fillFrames(agreeing(frames, phrase), phrase), gist])], gist };
}

/**
 * Whether the picture can be asked about an answer: not so are "yes", "not sure" or "2" where a thing is asked after. They may be
 * left out of what is weighed, unless nothing is left then; else their sentences are true of any picture ("a photo"). What
 * comes from the question, its choices and the word tables is always sayable, and so is every number of a count.
 */
export function isSayable(proposed: ProposedAnswer, question: RankedQuestion): boolean {
  if (proposed.origin !== 'prior' || question.family === 'count') return true;
  const words = inWords(proposed.answer);
  return phraseOf(proposed, question) !== undefined || isTimeWord(words) || asThing(words) !== undefined;
}

/** The phrase for the gap. A table's noun with its article is a default, which may not suit the gap: "made of a lace". */
function phraseOf({ answer, phrase }: ProposedAnswer, question: GapQuestion): string | undefined {
  const words = inWords(answer);
  const given = phrase !== undefined && phrase !== withArticle(words) ? phrase : phraseFor(words, question);
  if (given === undefined) return undefined;
  return 'plural' in question && question.plural ? inPlural({ answer: words, phrase: given }).phrase : given;
}

/** What fits no gap of the question's own: that it is there. */
function plainPrompts(answer: string): readonly string[] {
  if (isTimeWord(answer)) return [`it is ${answer}`];
  const thing = asThing(answer);
  if (thing === undefined) return ['a photo', 'a picture'];
  return fillFrames([isSeveral(thing) ? 'there are {}' : 'there is {}', 'a photo of {}'], thing);
}

/** Whether the phrase takes "are": "clouds", "a bat and a glove", "many of them". */
const isSeveral = (phrase: string): boolean =>
  / and /.test(phrase) ||
  /^(?:both|all|many|several|some|most|a few|a lot|lots|dozens|hundreds|thousands) /.test(phrase)
    ? !/^(?:salt and pepper|something|the one|macaroni and cheese|food and drink)\b/.test(phrase)
    : isPlural(phrase) && !NAMES.has(phrase);

/** "clouds are in the sky": the verb after a gap at the sentence's start. */
function agreeing(frames: readonly Frame[], phrase: string): readonly Frame[] {
  if (!isSeveral(phrase)) return frames.map((frame) => frame.replace(/^\{\} are /, '{} is '));
  return frames.map((frame) => frame.replace(/^\{\} is /, '{} are ').replace(/^\{\} has /, '{} have '));
}

/** The question's own sentences for a term, and the family's usual ones. */
function wordingOf(
  question: GapQuestion,
  phrase: string,
): {
  readonly frames: readonly Frame[];
  readonly templates: readonly Frame[];
} {
  const { frames } = question;
  switch (question.family) {
    case 'colour':
      return { frames, templates: COLOUR_TEMPLATES };
    case 'activity':
      return { frames, templates: frames.some(isOfAnimal) ? ANIMAL_TEMPLATES : ACTIVITY_TEMPLATES };
    case 'place':
      return { frames, templates: PLACE_TEMPLATES };
    case 'thing':
      // A measure says nothing by itself.
      return question.beyond === 'measure' && frames.length > 0
        ? { frames: [], templates: ofMeasure(frames, phrase) }
        : { frames, templates: THING_TEMPLATES };
    case 'choice':
      return { frames, templates: THING_TEMPLATES };
    default:
      return { frames, templates: question.category.templates };
  }
}

/** "these players are in the {}" wants "the infield" by itself, too. */
function gistFrames(templates: readonly Frame[], question: GapQuestion): readonly Frame[] {
  const article = question.family === 'choice' ? question.frames[0]?.match(/\b(the|an?) \{\}/)?.[1] : undefined;
  return article === undefined ? templates : templates.map((template) => template.replace('{}', `${article} {}`));
}

/** "the water is 2 feet deep", but "the water is shallow". */
function ofMeasure(frames: readonly Frame[], phrase: string): readonly Frame[] {
  if (/\d|(?:feet|inches|years|miles|meters|yards)$/.test(phrase)) return frames;
  return frames.map((frame) => frame.replace(/ (?:old|tall|high|deep|long|wide|thick|away)$/, ''));
}

/** "the dog is {}": what it does, no person does. */
const isOfAnimal = (frame: Frame): boolean =>
  ANIMALS.has(tableOf(withoutDeterminer(frame.replace(/ (?:is|are) \{\}$/, ''))) ?? '');

const ANIMALS: ReadonlySet<string> = new Set(['animal', 'bird', 'sea animal', 'insect', 'dog', 'cat', 'bear']);

const COLOUR_TEMPLATES: readonly Frame[] = ['{}', 'something {}', 'a {} thing'];
const ACTIVITY_TEMPLATES: readonly Frame[] = ['a person {}', 'people {}'];
const ANIMAL_TEMPLATES: readonly Frame[] = ['an animal {}', 'animals {}'];
const PLACE_TEMPLATES: readonly Frame[] = ['a photo taken {}', '{}'];
