import { be, isPlural, pluralise, singularise, thirdPerson, withArticle } from '../grammar.ts';
import { isGerund, isPreposition, isPronoun, splitSubject, withoutDeterminer } from '../noun-phrase.ts';
import type { ChoiceQuestion, Frame, Question } from '../question.ts';
import { THING_TEMPLATES } from '../words/categories.ts';
import { isColour } from '../words/colours.ts';
import { NUMBER_WORDS, numberNamed } from '../words/numbers.ts';
import { knownNoun } from '../words/things.ts';
import type { Term } from '../words/word-list.ts';

/** More options than a person types; the rest of a longer list is left out. */
const MOST_OPTIONS = 10;

/**
 * A question that brings its own answers: "is it a cat or a dog?", "red, green or blue?", "is the batter left or right
 * handed?". Undefined where it has no two options. `readPrefix` reads what stands before the options in
 * "which is taller, the tree or the house?".
 */
export function readChoice(
  text: string,
  readPrefix: (prefix: string) => Question | undefined,
): ChoiceQuestion | undefined {
  if (!/ or \S/.test(text) || /^(?:how many|count|where|why)\b/.test(text)) return undefined;
  const aux = text.match(/^(?:is|are|was|were|does|do|did|has|have|can|could|would|will)(?: there)? (.+)$/);
  const parts = aux
    ? afterVerb(aux[1] ?? '', / there /.test(text), /^(?:does|do|did) /.test(text))
    : afterQuestion(text, readPrefix);
  if (!parts) return undefined;
  const options = [...new Map(parts.options.map((option) => [option.answer, option])).values()];
  if (options.length < 2) return undefined;
  return { family: 'choice', options: options.slice(0, MOST_OPTIONS), frames: parts.frames };
}

interface Parts {
  readonly options: readonly Term[];
  readonly frames: readonly Frame[];
}

/** "it a cat or a dog", "the window open or closed", "the man riding a horse or a bike". */
function afterVerb(rest: string, exists: boolean, withDo: boolean): Parts | undefined {
  const [first = '', ...others] = splitOptions(rest);
  const split = exists ? { subject: 'it', predicate: first } : splitSubject(first);
  const { predicate } = split;
  const subject = split.subject.replace(/(?<=\S) (?:typically|usually|likely|mostly|mainly|probably|currently)$/, '');
  const last = others[others.length - 1] ?? '';
  if (predicate === '' || last === '') return undefined;
  const numbers = ofNumbers([predicate, ...others]);
  if (numbers) return numbers;
  const { start, option, end } = align(predicate, last);
  const said = [option, ...others].map((other) =>
    end !== '' && other.endsWith(end) ? other.slice(0, -end.length) : other,
  );
  const nouns = end === '' && said.every(isNoun);
  const about = isPronoun(subject) && !/^(?:he|she|they|everyone|someone)$/.test(subject);
  if (about && nouns && /^(?:|a |an |the )$/.test(start))
    return { options: said.map((o) => toTerm(o, true)), frames: [...THING_TEMPLATES] };
  const takesArticle = nouns && !/\b(?:a|an|the|his|her|their|its) $/.test(start);
  const options = shortened(said.map((o) => toTerm(o, takesArticle)));
  if (exists) return { options, frames: [`${start}{}${end}`] };
  const opens = withDo
    ? inThirdPerson(`${subject} ${start}`)
    : `${about ? 'it is' : `${subject} ${be(withoutDeterminer(subject))}`} ${start}`;
  return { options, frames: [`${opens}{}${end}`] };
}

/** "one or two birds": the noun comes with the last number only. */
function ofNumbers(said: readonly string[]): Parts | undefined {
  const noun = said.at(-1)?.split(' ').slice(1).join(' ') ?? '';
  const numbers = said.map((option) => numberNamed(option.split(' ')[0] ?? ''));
  if (noun === '' || !numbers.every((number) => number !== undefined)) return undefined;
  const options = numbers.map((number) => ({
    answer: String(number),
    phrase: number === 1 ? `one ${singularise(noun)}` : `${NUMBER_WORDS[number]} ${pluralise(noun)}`,
  }));
  return { options, frames: ['{}', 'a photo of {}'] };
}

/** "the room belong to " -> "the room belongs to ": the verb is the last word before the first preposition or article. */
function inThirdPerson(opening: string): string {
  const words = opening.trim().split(' ');
  const after = words.findIndex((word, at) => at > 1 && (isPreposition(word) || /^(?:a|an|the|like)$/.test(word)));
  const verb = (after < 0 ? words.length : after) - 1;
  const subject = words.slice(0, verb).join(' ');
  return `${words.map((word, at) => (at === verb && be(withoutDeterminer(subject)) === 'is' ? thirdPerson(word) : word)).join(' ')} `;
}

/** "red, green or blue", "which is taller, the tree or the house", "what is this, a cat or a dog". */
function afterQuestion(text: string, readPrefix: (prefix: string) => Question | undefined): Parts | undefined {
  const [first = '', ...others] = splitOptions(text);
  let options = [first, ...others];
  let frames: readonly Frame[] = [];
  if (/^(?:what|which|who|how)\b/.test(first)) {
    const cut = first.lastIndexOf(' ');
    const apart = others.length > 1 || /^[^,]*, [^,]* or /.test(text);
    options = apart ? others : [first.slice(cut + 1), ...others];
    const prefix = readPrefix(apart ? first : first.slice(0, cut));
    frames = prefix && 'frames' in prefix ? prefix.frames : [];
  }
  if (options.some((option) => option.split(' ').length > LONGEST_OPTION)) return undefined;
  const terms = options.map((option) => toTerm(option, options.every(isNoun)));
  if (frames.length > 0) return { options: terms, frames };
  return {
    options: terms,
    frames: options.every((option) => isColour(withoutDeterminer(option)))
      ? ['{}', 'something {}']
      : [...THING_TEMPLATES],
  };
}

const LONGEST_OPTION = 6;

function splitOptions(text: string): readonly string[] {
  return text
    .split(/,? or |, /)
    .map((piece, at) =>
      (at === 0
        ? piece
        : piece.replace(
            /^(?:is (?:it|this|that|there|he|she)|are (?:they|these|there)|either|maybe|even|just|more) /,
            '',
          )
      ).trim(),
    )
    .filter((piece) => piece !== '');
}

/**
 * Which words of "riding a horse" stand against "a bike", of "a domestic" against "wild animal", of "in the infield"
 * against "outfield": what comes before is shared by both options, and so is what the second has after its own word.
 */
function align(predicate: string, last: string): { start: string; option: string; end: string } {
  const words = predicate.split(' ');
  const lastWords = last.split(' ');
  const whole = { start: '', option: predicate, end: '' };
  const kind = startKind(lastWords[0] ?? '');
  if (kind !== 'word') {
    const at = words.findLastIndex((word) => startKind(word) === kind);
    return at > 0 ? cutAt(words, at, '') : whole;
  }
  const sameHead =
    words[words.length - 1] === lastWords[lastWords.length - 1] && lastWords.length > 1 && words.length > 1;
  if (sameHead) return cutAt(words, Math.max(0, words.length - lastWords.length), '');
  const at = words.length - 1;
  const compound = lastWords.length > 1 && knownNoun(last) !== last && !isNoun(words[at] ?? '');
  return cutAt(words, at, compound ? ` ${lastWords.slice(1).join(' ')}` : '');
}

function cutAt(words: readonly string[], at: number, end: string) {
  return { start: at === 0 ? '' : `${words.slice(0, at).join(' ')} `, option: words.slice(at).join(' '), end };
}

function startKind(word: string): 'article' | 'preposition' | 'gerund' | 'word' {
  if (/^(?:a|an|the|some|his|her|their|its)$/.test(word) || numberNamed(word) !== undefined) return 'article';
  if (isGerund(word)) return 'gerund';
  return isPreposition(word) ? 'preposition' : 'word';
}

const isNoun = (option: string): boolean => /^(?:a|an|some) /.test(option) || knownNoun(option) !== undefined;

function toTerm(option: string, noun: boolean): Term {
  const answer = option.replace(/^(?:a|an|the|some) /, '');
  if (!noun) return { answer, phrase: option };
  return { answer, phrase: option !== answer || isPlural(answer) ? option : withArticle(answer) };
}

/** "in the air" and "on the ground" are answered "air" and "ground", as long as they then still differ. */
function shortened(options: readonly Term[]): readonly Term[] {
  if (
    !options.every(
      ({ answer }) => /^\S+ (?:the|a|an|his|her|their) \S+/.test(answer) && isPreposition(answer.split(' ')[0] ?? ''),
    )
  )
    return options;
  const short = options.map((option) => ({ ...option, answer: option.answer.replace(/^\S+ \S+ /, '') }));
  return new Set(short.map(({ answer }) => answer)).size === options.length ? short : options;
}
