import { regionNamed, SIDE_WORDS } from '../part-of-picture.ts';
import type { PositionQuestion } from '../question.ts';
import { sceneNoun } from './placed.ts';

/** "is the dog on the left or the right?", "which side is the cat on?": sides of the picture, and nothing else, to choose from. */
export function readPosition(text: string): PositionQuestion | undefined {
  const choice = text.match(CHOICE);
  if (choice) return asked(choice[1], sidesIn(choice[2] ?? ''));
  const side = text.match(WHICH_SIDE);
  if (side) return asked(side[1], side[2] === undefined ? ['left', 'right'] : sidesIn(side[2]));
  return undefined;
}

function asked(subject: string | undefined, sides: readonly string[]): PositionQuestion | undefined {
  const phrase = sceneNoun(subject ?? '');
  const named = [...new Set(sides)].flatMap((answer) => {
    const region = regionNamed(answer);
    return region ? [{ answer, region }] : [];
  });
  return phrase !== undefined && named.length >= 2 ? { family: 'position', phrase, sides: named } : undefined;
}

const sidesIn = (text: string): readonly string[] => text.match(new RegExp(`\\b${SIDE_WORDS}\\b`, 'g')) ?? [];

/** One side: "on the left", "to the right side", "top". */
const ONE_SIDE = `(?:(?:on|at|in|to|towards?) )?(?:(?:the|my|your) )?(?:far |very )?(?:${SIDE_WORDS})(?:[ -]?hand)?(?: (?:side|half|part|corner))?(?: of (?:the|a|this|that|his|her) [a-z]+(?= or ))?`;
const OF_SOMETHING = '(?: (?:of|from) (?:the|a|this|that|his|her|it|them) ?.*?| side)?';
const STANDING = '(?: (?:located|placed|positioned|standing|sitting|lying|more|mostly|closer|parked|situated))*';

/** "is the dog on the left or on the right of the car", "where is it, left or right". */
const CHOICE = new RegExp(
  `^(?:(?:is|are|was|were)|where (?:is|are)) (.+?)${STANDING},? (?:either )?(${ONE_SIDE}(?:(?:, | or |, or )${ONE_SIDE}){1,3})${OF_SOMETHING}$`,
);

/** "which side is the cat on", "on what side of the road is the bus", with "left or right" after it. */
const WHICH_SIDE = new RegExp(
  `^(?:on |at |in |to )?(?:which|what) (?:side|half|end)(?: of (?:the|this|that) [a-z -]+?)? (?:is|are|was|were) (.+?)${STANDING}(?: (?:on|at|in|to|closest to))?(?:,? (${ONE_SIDE}(?: or ${ONE_SIDE})))?$`,
);
