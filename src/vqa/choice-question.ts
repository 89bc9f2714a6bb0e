import { be, isPlural, withArticle } from './grammar.ts';
import { isGerund, isPreposition, isPronoun, splitSubject, withoutDeterminer } from './noun-phrase.ts';
import type { ChoiceQuestion, Frame, Question } from './question.ts';
import { THING_TEMPLATES } from './words/categories.ts';
import { isColour } from './words/colours.ts';
import { knownNoun } from './words/things.ts';
import type { Term } from './words/word-list.ts';

const MOST_OPTIONS = 10;

/**
 * A question that brings its own answers: "is it a cat or a dog?", "red, green or blue?", "is the batter left or right
 * handed?". Undefined where it has no two options. `understandPrefix` reads what stands before the options in
 * "which is taller, the tree or the house?".
 */
export function understandChoice(
  text: string,
  understandPrefix: (prefix: string) => Question | undefined,
): ChoiceQuestion | undefined {
  if (!/ or \S/.test(text)) return undefined;
  const aux = text.match(/^(?:is|are|was|were|does|do|did|has|have|can|could|would|will) (.+)$/);
  const parts = aux ? auxiliaryChoice(aux[1] ?? '') : bareChoice(text, understandPrefix);
  if (!parts) return undefined;
  const options = [...new Map(parts.options.map((option) => [option.answer, option])).values()];
  if (options.length < 2) return undefined;
  return { family: 'choice', options: options.slice(0, MOST_OPTIONS), frames: parts.frames };
}

interface Parts {
  readonly options: readonly Term[];
  readonly frames: readonly Frame[];
}

/** "it a cat or a dog", "the window open or closed", "there a cat or a dog". */
function auxiliaryChoice(rest: string): Parts | undefined {
  const pieces = splitOptions(rest);
  const [first = '', ...others] = pieces;
  const split = splitSubject(first);
  const { subject } = split;
  let { predicate } = split;
  if (predicate === '') return undefined;
  const second = others[0] ?? '';
  const shared = sharedStart(predicate, second);
  const ending = sharedEnd(predicate.slice(shared.length), others[others.length - 1] ?? '');
  predicate = predicate.slice(shared.length);
  const said = [predicate, ...others.slice(0, -1), cutEnd(others[others.length - 1] ?? '', ending)];
  const isAbout = isPronoun(subject) && subject !== 'he' && subject !== 'she' && subject !== 'they';
  const asNouns = said.every((option) => /^(?:a|an|the|some) /.test(option) || knownNoun(option) !== undefined);
  const options = said.map((option) => toTerm(option, asNouns && ending === '' && !/\b(?:a|an) $/.test(shared)));
  if (isAbout && shared === '' && ending === '' && asNouns) return { options, frames: [...THING_TEMPLATES] };
  const before = isAbout ? 'it is' : `${subject} ${be(withoutDeterminer(subject))}`;
  const article = ending !== '' && /^(?:a|an) /.test(predicate) ? 'a ' : '';
  return { options, frames: [`${before} ${shared}${article}{}${ending}`] };
}

/** "red, green or blue", "which is taller, the tree or the house", "what is this, a cat or a dog". */
function bareChoice(text: string, understandPrefix: (prefix: string) => Question | undefined): Parts | undefined {
  const pieces = splitOptions(text);
  const [first = ''] = pieces;
  const asked = /^(?:what|which|who|where|how)\b/.test(first);
  let options = pieces;
  let frames: readonly Frame[] = [];
  if (asked) {
    const words = first.split(' ');
    const comma = pieces.length > 2 || /^[^,]*, (?:a |an |the )?[^,]* or /.test(text);
    const prefix = comma ? first : words.slice(0, -1).join(' ');
    options = comma ? pieces.slice(1) : [words[words.length - 1] ?? '', ...pieces.slice(1)];
    const question = understandPrefix(prefix);
    frames = question && 'frames' in question ? question.frames : [];
  }
  const lastWords = (options[options.length - 1] ?? '').split(' ');
  if (options.some((option) => option === '') || lastWords.length > 5) return undefined;
  const asNouns = options.every((option) => /^(?:a|an|the) /.test(option) || knownNoun(option) !== undefined);
  if (frames.length > 0) return { options: options.map((option) => toTerm(option, asNouns)), frames };
  const usual = options.every((option) => isColour(withoutDeterminer(option)))
    ? ['{}', 'something {}']
    : [...THING_TEMPLATES];
  return { options: options.map((option) => toTerm(option, asNouns)), frames: usual };
}

/** The pieces between commas and "or". */
function splitOptions(text: string): readonly string[] {
  return text
    .split(/,? or |, /)
    .map((piece) =>
      piece
        .replace(/^(?:is it|is this|is that|are they|are these|either|maybe) /, (lead, at) =>
          at === 0 && piece === text ? lead : lead,
        )
        .trim(),
    )
    .map((piece, at) =>
      at === 0
        ? piece
        : piece.replace(/^(?:is it|is this|is that|are they|are these|is there|either|maybe|even|just) /, ''),
    )
    .filter((piece) => piece !== '');
}

/** In "riding a horse or a bike" the options share "riding ": what stands before the first option and for the second, too. */
function sharedStart(predicate: string, second: string): string {
  const words = predicate.split(' ');
  const [secondFirst = ''] = second.split(' ');
  if (words.length < 2 || words[0] === secondFirst) return '';
  const isArticle = /^(?:a|an|the|some|his|her)$/;
  if (isArticle.test(secondFirst)) {
    const at = words.findIndex((word, i) => i > 0 && isArticle.test(word));
    return at > 0 && (isGerund(words[0] ?? '') || isPreposition(words[0] ?? '') || words[0] === 'for')
      ? `${words.slice(0, at).join(' ')} `
      : '';
  }
  const starts = isGerund(words[0] ?? '') || isPreposition(words[0] ?? '');
  const secondStarts = isGerund(secondFirst) || isPreposition(secondFirst);
  if (starts && !secondStarts && second.split(' ').length <= 2 && words.length === 2) return `${words[0]} `;
  return '';
}

/** In "left or right handed" the options share " handed". Only where the first option is a lone word without it. */
function sharedEnd(first: string, last: string): string {
  const lastWords = withoutArticle(last).split(' ');
  const firstWords = withoutArticle(first).split(' ');
  if (lastWords.length < 2 || firstWords.length > 1 || last !== withoutArticle(last)) return '';
  const [head = ''] = lastWords;
  if (isPreposition(head) || isGerund(head) || knownNoun(last) === last) return '';
  return ` ${lastWords.slice(1).join(' ')}`;
}

function cutEnd(option: string, ending: string): string {
  return ending !== '' && option.endsWith(ending) ? option.slice(0, -ending.length) : option;
}

const withoutArticle = (phrase: string): string => phrase.replace(/^(?:a|an|the|some) /, '');

function toTerm(option: string, noun: boolean): Term {
  const answer = withoutArticle(option);
  if (!noun) return { answer, phrase: answer === option || !/^(?:a|an|the) /.test(option) ? option : answer };
  return { answer, phrase: option !== answer ? option : isPlural(answer) ? answer : withArticle(answer) };
}
