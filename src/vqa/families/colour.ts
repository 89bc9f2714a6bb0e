import { be, isPlural, isUncountable } from '../grammar.ts';
import { isPronoun, parseNounPhrase, withoutDeterminer } from '../noun-phrase.ts';
import type { ColourQuestion, Frame } from '../question.ts';

/**
 * "what colour is the car", "what color shirt is he wearing", "the car is what colour", "colour of the bus".
 * `asked` is the question as it was typed, for the spelling of "colour" and "gray".
 */
export function readColour(text: string, asked: string): ColourQuestion | undefined {
  for (const [pattern, before] of PATTERNS) {
    const match = text.match(pattern);
    if (!match) continue;
    const rest = match[1] ?? '';
    return { family: 'colour', frames: framesFor(rest === '' ? '' : `${before}${rest}`), spelling: spellingOf(asked) };
  }
  return undefined;
}

const COLOUR =
  '(?:(?:main|primary|dominant|predominant|bright|exact|different|other|two|three|four) )*(?:colou?rs?|shades?|hues?)';

/** Each with the words that turn its first group into a clause: "is the car". */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`^(?:in |of )?(?:what|which) ${COLOUR}(?: of)? ?(.*)$`), ''],
  [
    new RegExp(
      `^(?:what (?:is|are|was|were|would be) )?(?:the |its |his |her |their )?(?:main |dominant |primary |predominant )?${COLOUR}(?: of (.+))?$`,
    ),
    'is ',
  ],
  [new RegExp(`^what (?:is|are) (?:the )?(.+?)(?:'s|s')? ${COLOUR}$`), 'is the '],
  [new RegExp(`^(.+) (?:is|are) (?:what|which) ${COLOUR}$`), 'is '],
  [
    /^((?!.*\b(?:in|of|is|are|has|have|what|which|there|no|any|what|with|same|a|an)\b)[a-z' -]+?)(?:'s)? colou?rs?$/,
    'is the ',
  ],
];

function spellingOf(asked: string): ColourQuestion['spelling'] {
  return /\bcolors?\b|\bgray\b/i.test(asked) && !/\bcolours?\b|\bgrey\b/i.test(asked) ? 'american' : 'british';
}

/** "is the car" -> "the car is {}"; "shirt is the man wearing" -> "a {} shirt". */
function framesFor(clause: string): readonly Frame[] {
  const [, verb = '', said] = clause.match(/^(is|are|was|were|does|do|did) (.+)$/) ?? [];
  const about = said?.replace(/ (?:predominantly|mostly|mainly|have)$/, '');
  if (about !== undefined) {
    if (isPronoun(about) || /^(?:there|shown|seen|dominant|visible|most)\b/.test(about)) return [];
    const wearer = about.match(/^(.+) (wearing|holding|carrying|riding|driving|using|eating)$/);
    if (wearer) return [`${wearer[1]} ${be(withoutDeterminer(wearer[1] ?? ''))} ${wearer[2]} something {}`];
    return sentences(about, parseNounPhrase(withoutDeterminer(about)).noun, verb);
  }
  const object = clause.match(/^(.+?) (?:is|are|was|were|does|do|did|has|have) /)?.[1];
  if (object !== undefined) return sentences(`the ${object}`, object).toReversed();
  return clause === '' ? [] : sentences(`the ${withoutDeterminer(clause)}`, withoutDeterminer(clause));
}

function sentences(subject: string, noun: string, verb = ''): readonly Frame[] {
  const determined = /^(?:the|this|that|these|those|his|her|its|their|my|your|our|a|an|all|every) |'s /.test(subject);
  const statement = `${determined ? subject : `the ${subject}`} ${be(withoutDeterminer(subject), verb)} {}`;
  if (noun === '' || noun.includes("'")) return [statement];
  return [statement, `${isPlural(noun) || isUncountable(noun) || be(noun, verb) === 'are' ? '' : 'a '}{} ${noun}`];
}
