import { LRUCache } from 'lru-cache';
import { type PriorAnswer, priorAnswers } from './answer-prior.ts';
import { inWords, isZero } from './choices.ts';
import { isUncountable, pluralise, withArticle } from './grammar.ts';
import { normaliseQuestion } from './normalise-question.ts';
import type { ColourQuestion, KindQuestion, RankedQuestion } from './question.ts';
import { ACTIVITIES } from './words/activities.ts';
import { categoryNamed } from './words/categories.ts';
import { BASIC_COLOURS, LOG_RARITY_OF_SHADE } from './words/colours.ts';
import { numberNamed } from './words/numbers.ts';
import { priorOfPlace } from './words/settings.ts';
import { canonicalAnswer, synonymOf } from './words/synonyms.ts';
import { THINGS } from './words/things.ts';
import type { Term } from './words/word-list.ts';
import { kindsOf } from './words/wordnet.ts';

/** Where a candidate comes from: the question's own words, the choices given with it, the learned prior, or a word table. */
export type Origin = 'question' | 'choices' | 'prior' | 'table';

/** A possible answer, before the picture is asked and before its sentences are written. */
export interface ProposedAnswer {
  readonly answer: string;
  /** What goes into a sentence's gap, where a table knows it. */
  readonly phrase?: string | undefined;
  /** log P(answer | question) without the picture, in nats. */
  readonly logPrior: number;
  readonly origin: Origin;
}

/** The most answers that a question alone proposes; choices that came with it are all kept. */
export const MOST_CANDIDATES = 64;

/**
 * The answers that a question may have, the likeliest without its picture first, no two meaning the same: the choices that
 * came with it alone; else the question's own; else what people answer to such questions, and the word tables.
 */
export function proposedFor(
  question: RankedQuestion,
  asked: string,
  choices?: readonly string[],
): readonly ProposedAnswer[] {
  if (choices)
    return choices.map((choice) => ({ answer: choice, logPrior: -Math.log(choices.length), origin: 'choices' }));
  const prior = likelyAnswers(asked);
  switch (question.family) {
    case 'choice':
      return ownOptions(question.options, prior);
    case 'count':
      return merged(
        prior.filter(({ answer }) => isAmount(answer)),
        tableOf(question),
      );
    case 'colour':
      return merged(prior, tableOf(question)).map((one) => spelled(one, question.spelling));
    default:
      return withoutNamed(
        merged(prior, tableOf(question), isFromWordNet(question) ? WORDNET_SHARE : TABLE_SHARE),
        question,
      );
  }
}

/** What is to the left of the tiger is not the tiger; but its colour may be orange, beside an orange. */
function withoutNamed(
  proposed: readonly ProposedAnswer[],
  { family, part }: RankedQuestion,
): readonly ProposedAnswer[] {
  const named = part?.beside ?? part?.on?.thing;
  if (named === undefined || (family !== 'thing' && family !== 'kind')) return proposed;
  return proposed.filter(({ answer }) => canonicalAnswer(answer) !== canonicalAnswer(named));
}

/** What people answer to such a question, however it was typed; the likeliest first, at most 64. */
export function likelyAnswers(asked: string): readonly PriorAnswer[] {
  return LIKELY.memo(asked);
}

/** The model took about 5 ms for a question under a profiler, and many are asked about one picture after another. */
const LIKELY = new LRUCache<string, readonly PriorAnswer[]>({
  max: 500,
  memoMethod: (asked) => priorAnswers(normaliseQuestion(asked), MOST_CANDIDATES),
});

/** People who ask after a colour are answered "grey"; the encoders have read "gray" far more often. */
function spelled(proposed: ProposedAnswer, spelling: ColourQuestion['spelling']): ProposedAnswer {
  if (!/\bgr[ae]y\b/.test(proposed.answer)) return proposed;
  const [answer, phrase] = [spelling === 'british' ? 'grey' : 'gray', 'gray'].map((word) =>
    proposed.answer.replace(/\bgr[ae]y\b/, word as string),
  );
  return { ...proposed, answer: answer as string, phrase };
}

/**
 * The question's own options first, "cat" by its prior beside "dog" alone; where the prior knows neither, they are as likely.
 * What else people answer ("both") comes last, and shares what is left.
 */
function ownOptions(options: readonly Term[], prior: readonly PriorAnswer[]): readonly ProposedAnswer[] {
  const known = new Map(prior.map(({ answer, logPrior }) => [synonymOf(answer), Math.exp(logPrior)]));
  const shares = options.map(({ answer }) => (known.get(synonymOf(answer)) ?? 0) + OPTION_FLOOR);
  const sum = shares.reduce((all, share) => all + share, 0);
  const own = options.map(
    (option, at): ProposedAnswer => ({
      ...option,
      logPrior: Math.log((OPTIONS_SHARE * (shares[at] as number)) / sum),
      origin: 'question',
    }),
  );
  const named = new Set(options.map(({ answer }) => synonymOf(answer)));
  const others = prior
    .filter(({ answer }) => !named.has(synonymOf(answer)))
    .map(
      ({ answer, logPrior }): ProposedAnswer => ({
        answer,
        logPrior: Math.log(1 - OPTIONS_SHARE) + logPrior,
        origin: 'prior',
      }),
    );
  return [...own.toSorted((a, b) => b.logPrior - a.logPrior), ...others];
}

/** How likely one of the options that a question names is the answer: 84 % in VQA v2, where other words for it count as others. */
const OPTIONS_SHARE = 0.9;

/** What an option that the question itself names is likely at least, beside one that people often answer. */
const OPTION_FLOOR = 0.05;

/**
 * A mixture of two guesses: the learned prior's, and that the answer is any of the table's words, alike. Answers that mean
 * the same count as one, under the first of their names and with the table's phrase.
 */
function merged(
  prior: readonly PriorAnswer[],
  table: readonly TableTerm[],
  tableShare = TABLE_SHARE,
): readonly ProposedAnswer[] {
  const found = new Map<string, { answer: string; phrase?: string; share: number; origin: Origin }>();
  for (const { answer, logPrior } of prior) {
    const key = meaningOf(answer);
    const share = (1 - tableShare) * Math.exp(logPrior);
    const known = found.get(key);
    if (known) known.share += share;
    else found.set(key, { answer, share, origin: 'prior' });
  }
  const total = table.reduce((sum, { weight }) => sum + weight, 0);
  for (const { answer, phrase, weight } of table) {
    const key = meaningOf(answer);
    const share = (tableShare * weight) / total;
    const known = found.get(key);
    if (!known) found.set(key, { answer, phrase, share, origin: 'table' });
    else {
      known.share += share;
      known.phrase ??= phrase;
    }
  }
  return [...found.values()]
    .sort((a, b) => b.share - a.share)
    .map(({ share, ...rest }) => ({ ...rest, logPrior: Math.log(share) }));
}

/** `synonymOf` of the prior's and the tables' words, each worked out once: there are some thousands of them. */
function meaningOf(answer: string): string {
  const known = MEANINGS.get(answer);
  if (known !== undefined) return known;
  const meaning = synonymOf(answer);
  MEANINGS.set(answer, meaning);
  return meaning;
}

const MEANINGS = new Map<string, string>();

/**
 * How much of the belief goes to the tables. On VQA v2's held-out questions (`bench/oracle.ts`) the best of 32 candidates is right
 * in 84.7, 84.9 and 85.0 % with a share of 0.03, 0.1 and 0.2 (measured with a slightly weaker prior than the one that ships).
 */
const TABLE_SHARE = 0.2;

/** The same for "what kind of cheese?": people hardly ever asked for such kinds, and the prior falls back on anything. */
const WORDNET_SHARE = 0.8;

/** Whether no table of our own has the category, so that its kinds are WordNet's. */
function isFromWordNet(question: RankedQuestion): boolean {
  return 'category' in question && question.category.names.every((name) => categoryNamed(name) === undefined);
}

/** A table's word with how often it is the answer beside the table's others. */
interface TableTerm extends Term {
  readonly weight: number;
}

function tableOf(question: Exclude<RankedQuestion, { family: 'choice' }>): readonly TableTerm[] {
  switch (question.family) {
    case 'count':
      return COUNTED.map((number) => ({ answer: String(number), phrase: String(number), weight: 1 }));
    case 'colour':
      return [...BASIC_COLOURS, ...LOG_RARITY_OF_SHADE.keys()].map((colour) => ({
        answer: colour,
        phrase: colour,
        weight: Math.exp(LOG_RARITY_OF_SHADE.get(colour) ?? 0),
      }));
    case 'thing':
      return alike(question.terms ?? THINGS);
    case 'activity':
      return alike(ACTIVITIES);
    case 'place':
      return question.terms.map((term) => ({ ...term, weight: Math.exp(priorOfPlace(term.answer)) }));
    default:
      return alike(kindTerms(question));
  }
}

const alike = (terms: readonly Term[]): readonly TableTerm[] => terms.map((term) => ({ ...term, weight: 1 }));

/** The category's own words, then WordNet's kinds of it; "dogs" for "what animals are these?". */
function kindTerms({ category, plural }: KindQuestion): readonly Term[] {
  const further = category.names.flatMap(kindsOf).map((kind): Term => ({ answer: kind, phrase: withArticle(kind) }));
  const terms = [...category.terms, ...further];
  return plural ? terms.map(inPlural) : terms;
}

/** The term for several of it: "dogs" for "a dog". Phrases that are no noun with its article stay. */
export function inPlural(term: Term): Term {
  if (term.phrase !== withArticle(term.answer) || isUncountable(term.answer)) return term;
  const plural = pluralise(term.answer);
  return { answer: plural, phrase: plural };
}

/** A number, or one of the words that stand before a noun like one. */
const isAmount = (answer: string): boolean =>
  /^\d{1,9}$/.test(answer) ||
  numberNamed(answer) !== undefined ||
  /^(?:none|many|several|few|dozens|hundreds)$/.test(answer);

/** Numbers that are weighed whatever the prior says. */
const COUNTED = [0, 1, 2, 3, 4, 5, 6] as const;

/** Whether it says that there is nothing to count: no sentence shows that. */
export const isNone = (answer: string): boolean => isZero(inWords(answer));
