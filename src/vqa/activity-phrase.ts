import { asThing, isCompoundNoun } from './answer-phrase.ts';
import { isAdjective, isClockTime, isTimeWord, isUnsayable } from './answer-sorts.ts';
import { isPlural, isUncountable, withArticle } from './grammar.ts';
import { isGerund, isPreposition, isPronoun } from './noun-phrase.ts';
import { asPlace } from './place-phrase.ts';
import { withObject } from './prepositions.ts';
import { GAMES, SPORTS } from './words/activities.ts';
import { MASS, NAMES } from './words/answer-words.ts';
import { nounsOf } from './words/nouns.ts';
import { tableOf } from './words/things.ts';
import { wordList } from './words/word-list.ts';

/**
 * An answer as what someone is doing, for the gap in "the man is {}": "surfing", "playing tennis", "flying a kite" for "flying
 * kite", "catching a frisbee" for "catch frisbee", "on the phone" for "on phone". Undefined for what is no activity.
 * @param plays whether nouns that no list knows are games: "lacrosse" is what one plays, "kite" is what one has.
 */
export function asActivity(answer: string, plays: boolean): string | undefined {
  if (isUnsayable(answer) || isClockTime(answer) || isTimeWord(answer) || /^\d/.test(answer)) return undefined;
  if (/^(?:nothing|none|no one)$/.test(answer)) return plays ? 'playing nothing' : 'doing nothing';
  const known = KNOWN.get(answer);
  if (known !== undefined) return known;
  const words = answer.split(' ');
  const [lead = '', ...rest] = words;
  const verb = /^to$/.test(lead) ? undefined : gerundOf(lead);
  if ((isGerund(lead) || /^crossing (?:road|street)/.test(answer)) && !isCompoundNoun(answer))
    return withArticles(lead, rest);
  if (
    verb !== undefined &&
    (rest.length === 0 || !GOES_ALONE.test(lead) || isPreposition(rest[0] ?? '')) &&
    (rest.length > 0 || !NOUN_RATHER.test(lead)) &&
    !isGerund(words.at(-1) ?? '')
  )
    return withArticles(verb, rest);
  if (/^to (?:left|right|side|his|her|the)\b/.test(answer)) return asPlace(answer);
  if (lead === 'to' && rest.length > 0) return `trying to ${withArticles(rest[0] ?? '', rest.slice(1))}`;
  if (isGerund(words.at(-1) ?? '') || /(?:athletics|gymnastics)$/.test(answer))
    return /ing$/.test(answer) ? answer : `doing ${answer}`;
  if (isPreposition(lead)) return words.length > 1 ? asPlace(answer) : undefined;
  if (isAdjective(answer)) return plays ? undefined : `looking ${answer}`;
  if (PLAYED_INSTRUMENTS.has(answer)) return `playing the ${answer}`;
  const thing = asThing(answer);
  if (thing === undefined || /^something /.test(thing)) return undefined;
  if (DONE.test(answer)) return `doing ${thing}`;
  if (plays) return `playing ${GAME.test(answer) ? thing : tableOf(answer) !== undefined ? `with ${thing}` : answer}`;
  return `with ${thing}`;
}

const KNOWN: ReadonlyMap<string, string> = new Map([...GAMES, ...SPORTS].map(({ answer, phrase }) => [answer, phrase]));
const PLAYED_INSTRUMENTS: ReadonlySet<string> = new Set(nounsOf('instrument'));
const GAME = /\b(?:games?|match|video|instrument|song|role)$/;
const DONE =
  /\b(?:sports?|tricks?|ollie|handstand|jump|stunt|flip|yoga|karate|judo|exercise|homework|laundry|art|crafts?|martial art|work|gymnastics|aerobics|wheelie|grind)$/;

/** Verbs that are answered in their base form, and the nouns among them, which one has rather than does. */
const BASE_VERBS: ReadonlySet<string> = new Set(
  wordList(`skate, surf, ski, jump, run, walk, swim, fly, sleep, sit, stand, eat, drink, play, hit, catch, throw, ride, cook, read, write, talk, smile, pose,
    rest, dance, climb, fish, drive, race, hike, row, sail, kiss, hug, wave, kick, swing, serve, pitch, bat, brush, wash, cut, look, watch, wait, take, hold,
    snowboard, skateboard, graze, relax, work, land, fall, lie, lay, lean, make, feed, pull, push, carry, clean, bathe, go, get, draw, paint, sing, shop, urinate`),
);
const NOUN_RATHER = /^(?:fish|bat|skateboard|snowboard|ski|land|fall|drink|paint|brush|pitch)$/;
/** "ski pole" and "skate park" are things. */
const GOES_ALONE =
  /^(?:skate|surf|ski|swim|fish|land|fall|run|walk|sit|stand|dance|jump|race|snowboard|skateboard|bat|pitch|rest|sail|shop|work|wave)$/;
const DOUBLING = /^(?:run|swim|sit|hit|hug|bat|cut|get|shop|jog|put)$/;

/** "running" for "run"; undefined for what is no verb that the list knows. */
function gerundOf(verb: string): string | undefined {
  if (!BASE_VERBS.has(verb)) return undefined;
  if (verb === 'lie') return 'lying';
  if (DOUBLING.test(verb)) return `${verb}${verb.at(-1)}ing`;
  return `${/[^e]e$/.test(verb) ? verb.slice(0, -1) : verb}ing`;
}

/** "flying" "kite" -> "flying a kite"; "talking" "on phone" -> "talking on the phone"; "standing" "still" stays. */
function withArticles(verb: string, rest: readonly string[]): string {
  if (rest.length === 0) return verb;
  if (rest[0] === 'out' && rest.length > 1 && !isPreposition(rest[1] ?? '')) return `${verb} ${withObject(rest)}`;
  const at = rest.findIndex((word) => isPreposition(word));
  const object = at < 0 ? rest : rest.slice(0, at);
  const tail = at < 0 ? [] : rest.slice(at);
  const what = object.length === 0 ? [] : [objectOf(verb, object.join(' '))];
  const where =
    tail.length === 0
      ? []
      : [tail[0] === 'for' && tail.length === 2 ? `for ${objectOf('', tail[1] ?? '')}` : withObject(tail)];
  return [verb, ...what, ...where].join(' ');
}

function objectOf(verb: string, object: string): string {
  const [lead = ''] = object.split(' ');
  const last = object.slice(object.lastIndexOf(' ') + 1);
  if (
    BARE.test(lead) ||
    isPronoun(lead) ||
    isGerund(lead) ||
    /ly$/.test(last) ||
    isAdjective(last) ||
    NAMES.has(object)
  )
    return object;
  if (MASS.has(object) || MASS.has(last) || isUncountable(object) || isPlural(object)) return object;
  if (verb === 'playing' && !/\bgame$/.test(object)) return object;
  return withArticle(object);
}

const BARE =
  /^(?:up|down|off|out|over|back|still|around|together|itself|himself|herself|themselves|him|her|his|them|their|its|the|a|an|my|your|me|it|each|something|someone|nothing|fun|time|guard|married|ready|home|outside|inside|away|fast|still|right|left|upright|alone|frisbee golf|tv|attention|food|care|gently|led|milked|pizza|water|wine|hello|goodbye|\d+)$/;
