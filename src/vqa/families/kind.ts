import { declarative } from '../declarative.ts';
import { be, isPlural } from '../grammar.ts';
import { parseNounPhrase, withoutDeterminer } from '../noun-phrase.ts';
import type { ActivityQuestion, Frame, KindQuestion, PlaceQuestion, ThingQuestion } from '../question.ts';
import { type Category, categoryNamed } from '../words/categories.ts';
import { objectsOf } from '../words/verbs.ts';
import { activityNamed } from './activity.ts';
import { placeNamed } from './place.ts';

type Named = KindQuestion | PlaceQuestion | ActivityQuestion;

/** Questions that ask for a member of a category in other words: "how is the weather", "what is the mood", "when was this". */
export function readSetting(text: string): Named | undefined {
  const is = text.match(SETTING_IS);
  if (is) return ofCategory(categoryNamed(is[1] ?? ''), '');
  if (/^how (?:is|does|was) (?:the )?weather\b/.test(text)) return ofCategory(categoryNamed('weather'), '');
  const feels = text.match(/^how (?:is|are|does|do|was|did) (.+?) (?:feel|feeling|look|looking)$/)?.[1];
  if (feels !== undefined)
    return ofCategory(categoryNamed('emotion'), '', [`${feels} ${be(withoutDeterminer(feels))} {}`]);
  const time = text.match(/^(?:what|which) time of (?:the )?(day|year)\b/)?.[1];
  if (time !== undefined || /^when\b/.test(text)) return ofCategory(categoryNamed(`time of ${time ?? 'day'}`), '');
  const alone = categoryNamed(withoutDeterminer(text));
  return alone && STANDS_ALONE.has(alone.id) ? ofCategory(alone, '') : undefined;
}

/**
 * "what animal is this", "what kind of fruit is the girl eating", "which dogs are on the couch": the noun up to the verb
 * names a category, or is a thing whose kinds no table lists.
 */
export function readKind(text: string): Named | ThingQuestion | undefined {
  const rest = KIND_OF.map((pattern) => text.match(pattern)?.[1]).find((found) => found !== undefined);
  if (rest === undefined) return undefined;
  const [, before = rest, clause = ''] = rest.match(VERB) ?? [];
  const phrase = withoutDeterminer(before);
  const { noun, tail } = parseNounPhrase(phrase);
  const category = categoryNamed(phrase) ?? categoryNamed(noun) ?? categoryNamed(noun.slice(noun.lastIndexOf(' ') + 1));
  if (category) return ofCategory(category, clause || (tail === '' ? '' : `is ${tail}`), [], isPlural(noun));
  const terms = objectsOf(clause.replace(/^(?:is|are) /, ''));
  return { family: 'thing', frames: declarative(clause), terms, beyond: terms ? undefined : 'unknown' };
}

function ofCategory(
  category: Category | undefined,
  clause: string,
  frames: readonly Frame[] = [],
  plural = false,
): Named | undefined {
  if (!category) return undefined;
  if (category.id === 'place') return placeNamed(clause);
  if (category.id === 'activity') return activityNamed(clause);
  const own = frames.length > 0 ? frames : declarative(clause);
  return { family: 'kind', category, frames: fitting(category, own), plural };
}

/** The question's sentences that a category's phrases fit into; settings such as the weather have their own. */
function fitting({ id }: Category, frames: readonly Frame[]): readonly Frame[] {
  if (id === 'sport' || id === 'game') {
    // Their phrases bring the verb: "playing tennis".
    return frames.filter((frame) => PLAYS.test(frame)).map((frame) => frame.replace(PLAYS, ' {}'));
  }
  if (id === 'emotion') return frames.filter((frame) => / (?:is|are) \{\}$/.test(frame));
  return STANDS_ALONE.has(id) ? [] : frames;
}

const KINDS = '(?:kinds?|types?|sorts?|species|breeds?|variet(?:y|ies)|styles?|makes?|models?|form|category|flavou?r)';

/** What comes after the asking words; the first that matches. */
const KIND_OF: readonly RegExp[] = [
  new RegExp(
    `^(?:what|which) (?:is|are) (?:the |this |his |her )?(?:name of )?(?:the )?${KINDS} of (?:this |the |that |these |those )?(.+)$`,
  ),
  new RegExp(`^(?:what|which) ${KINDS} (?:is|are) (?:this |the |that |these |those )?(.+)$`),
  new RegExp(`^(?:what|which) ${KINDS} of (.+)$`),
  /^(?:what|which)(?: of (?:the|these|those))? (?!(?:is|are|was|were|does|do|did|has|have|can|could|would|will|should|might)\b)(.+)$/,
];
const VERB = /^(.+?) ((?:is|are|was|were|does|do|did|has|have|can|could|would|might|will|should)\b.*)$/;
const PLAYS = / (?:playing|play|plays|participating in|engaged in|doing) \{\}$/;
const SETTING_IS = new RegExp(
  `^(?:what|which|that) (?:is|are) (?:the |this |his |her )?(?:name of (?:the |this )?)?(?:${KINDS} of )?(weather|season|mood|emotion|expression|gender|sex|occasion|holiday|event|meal|material|sport|game|time of day|time of year|pattern|shape|species|breed)(?: .*)?$`,
);

/** "season?" asks for one; "dog?" asks whether there is one. */
const STANDS_ALONE: ReadonlySet<string> = new Set(
  'weather, season, time of day, sport, emotion, gender, age, material, shape, pattern, place, activity, room, occasion, meal'.split(
    ', ',
  ),
);
