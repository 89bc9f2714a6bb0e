import { UserError } from '../user-error.ts';
import { singularise } from '../vqa/grammar.ts';
import { tableOf } from '../vqa/words/things.ts';

/** The longest thing that is looked for, in characters. */
export const LONGEST_THING = 100;

/**
 * What a person asked to find, fit for looking: "Where is the red car?" is "red car". Throws a UserError (`thing-invalid`)
 * where there is nothing to look for, or too much.
 */
export function thingToFind(asked: string): string {
  const [first, second] = asked.toLowerCase().split(/\s*,\s+(?:and\s+|or\s+)?|\s+(?:and|or|&)\s+/);
  // Not so of "a black and white cat".
  if (first !== undefined && second !== undefined && endsInThing(first) && endsInThing(second))
    throw new UserError('thing-invalid', 'I look for one thing at a time. Name one, such as "the dog" or "red car".');
  const thing = asked
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s'-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:where(?:'s| is| are| (?:can|do|could) (?:i|you|we) (?:find|see))?|find|show me) (?=\S)/, '')
    .replace(/(?<=\S) (?:in|on|of) (?:this|the) (?:picture|photo|image)$/, '')
    .replace(/^(?:a|an|the|any|some|my|your|his|her|their|its|this|that|these|those) (?=\S)/, '');
  if (!/[\p{L}\p{N}]/u.test(thing) || NO_THINGS.has(thing))
    throw new UserError('thing-invalid', 'Name the thing to look for, such as "the dog" or "red car".');
  if ([...thing].length > LONGEST_THING)
    throw new UserError('thing-invalid', `Name the thing in at most ${LONGEST_THING} characters, such as "red car".`);
  return thing;
}

function endsInThing(words: string): boolean {
  const [last = ''] = words.match(/[\p{L}\p{N}'-]+(?=[^\p{L}\p{N}]*$)/u) ?? [];
  return tableOf(singularise(last)) !== undefined;
}

/** Words that stand for anything, or for no thing at all. */
const NO_THINGS: ReadonlySet<string> = new Set(
  (
    'a an the any some this that these those it its he she him her they them we us you i me one ones where here there what who which ' +
    'something anything everything nothing thing things someone somebody anyone anybody everyone everybody nobody none all'
  ).split(' '),
);
