import { opposite } from '../../images/region.ts';
import { contrastsOfExistence } from '../contrasts.ts';
import { correctArticles, withArticle } from '../grammar.ts';
import { isGerund, isPronoun, parseNounPhrase, splitSubject } from '../noun-phrase.ts';
import { isThing, regionBeside, regionNamed, SIDE_WORDS } from '../part-of-picture.ts';
import type { Placed, YesNoQuestion } from '../question.ts';

/**
 * A yes-no question about where something is: "is the dog on the left?", "is there a dog on the left?", "is the cat above the
 * dog?", which places both. Undefined where it says something else of what is there ("is the man on the left happy?").
 */
export function readPlaced(text: string): YesNoQuestion | undefined {
  const match = text.match(ASKS);
  if (!match || / or /.test(text)) return undefined;
  const [, there, none, said = ''] = match;
  const placed = placedApart(said) ?? placedBeside(said) ?? placedAlone(said);
  if (!placed) return undefined;
  return {
    family: 'yes-no',
    // "the dog" is taken to be there, as who asks has seen it.
    contrasts:
      there === undefined && !/^(?:do|can|could) /.test(text)
        ? []
        : placed.flatMap(({ phrase }) => contrastsOfExistence(phrase.replace(/^the /, '').replace(SUPERLATIVE, ''))),
    placed,
    inverted: there !== undefined && none !== undefined,
  };
}

/**
 * A thing that is said to be somewhere, as a sentence about the picture names it: "the red dogs" are "red dogs", "his hat" is
 * "a hat". Undefined for what stands for something named before, and for what is no noun phrase.
 */
export function sceneNoun(said: string): string | undefined {
  const person = said
    .replace(/^(?:any|some)(?:one|body)\b/, 'a person')
    .replace(/^he$/, 'a man')
    .replace(/^she$/, 'a woman');
  if (person === '' || isPronoun(person) || splitsApart(person)) return undefined;
  const { number, colour, noun, tail } = parseNounPhrase(person);
  if (noun === '' || number !== undefined || /^(?:thing|object|one|it)s?$/.test(noun)) return undefined;
  const end = tail === '' ? '' : ` ${tail}`;
  const whole = colour === undefined ? noun : `${colour} ${noun}`;
  return SUPERLATIVE.test(whole) ? `the ${whole}${end}` : correctArticles(`${withArticle(whole)}${end}`);
}

/** "the dog on the left and the cat on the right": each on its own side. */
function placedApart(said: string): readonly Placed[] | undefined {
  const parts = said.split(' and ');
  if (parts.length < 2) return undefined;
  const placed = parts.map(placedAlone);
  return placed.every((part) => part !== undefined) ? placed.flat() : undefined;
}

/** "on the left", "at the top", "in the middle". */
function placedAlone(said: string): readonly Placed[] | undefined {
  const [, subject = '', where = ''] = said.match(ALONE) ?? [];
  if (/\b(?:left|right|top|bottom|middle)\b/.test(subject)) return undefined;
  const phrase = sceneNoun(subject);
  const region = regionNamed(where);
  return phrase !== undefined && region ? [{ phrase, region }] : undefined;
}

/** "to the left of the cat", "above the cat": both on their sides. */
function placedBeside(said: string): readonly Placed[] | undefined {
  const [, subject = '', where = '', other = ''] = said.match(BESIDE) ?? [];
  const region = regionBeside(where);
  const across = region && opposite(region);
  const [phrase, beside] = [sceneNoun(subject), sceneNoun(other)];
  if (!region || !across || phrase === undefined || beside === undefined) return undefined;
  if (!/left|right/.test(where) && !(isThing(subject) && isThing(other))) return undefined;
  return [
    { phrase, region },
    { phrase: beside, region: across },
  ];
}

/** "the biggest sheep" is no "a biggest sheep". */
const SUPERLATIVE =
  /^(?!(?:nest|vest|chest|guest|forest|west|priest|rest)\b)(?:[a-z]{2,}est|most|least|first|second|third|last|only|same|other) /;

/** "the woman married to the guy": a subject that already says something of itself. */
function splitsApart(said: string): boolean {
  const [lead = ''] = splitSubject(said).predicate.split(' ');
  return lead !== '' && (isGerund(lead) || /ed$|^(?:a|an|the|not)$/.test(lead));
}

const ASKS =
  /^(?:is|are|was|were|(?:do|can|could) (?:you|we|i) (?:also )?(?:see|spot|find|notice))(?: not)? (?:(there|a(?=ny| )|an(?= )) ?)?(?:(no|zero) )?(.+)$/;
const ALONE = new RegExp(
  `^(.+?)(?: not)?(?: (?:located|placed|positioned|sitting|standing|lying|situated))? ((?:on|at|in|to) (?:the |your |my )?(?:(?:far|very|upper|lower) )?${SIDE_WORDS}(?:[ -]?(?:left|right))?(?:[ -]?hand)?(?: (?:side|half|part|corner|edge))?)$`,
);
const BESIDE =
  /^(.+?)(?: not)?(?: (?:located|placed|positioned|sitting|standing|lying|hanging|situated))? ((?:(?:on|to) )?(?:the |its )?(?:left|right)(?:[ -]?hand)?(?: side)? (?=of )|above|over|below|under|beneath|underneath|(?:higher|lower) than)(?: ?of)? ?(.+)$/;
