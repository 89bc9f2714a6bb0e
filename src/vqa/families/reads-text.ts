import { headOf } from '../grammar.ts';
import { parseNounPhrase } from '../noun-phrase.ts';
import type { DeclinedQuestion } from '../question.ts';
import { categoryNamed } from '../words/categories.ts';

/** What only reading answers: words, numbers, names on things, the clock. "what does the sign say", "what number is on the bus". */
export function readReadsText(text: string): DeclinedQuestion | undefined {
  return !/^(?:what|which)?(?: ?(?:is|are))?(?: ?the)?(?: ?total| exact)? ?number of\b|^(?:what|which) colou?rs?\b/.test(
    text,
  ) &&
    (PATTERNS.some((pattern) => pattern.test(text)) || asksNameOfThing(text))
    ? { family: 'reads-text' }
    : undefined;
}

/** "what is the name of the restaurant", and not "of this fruit", which asks what kind it is. */
function asksNameOfThing(text: string): boolean {
  const [, link, owner] = text.match(/\bnames? (of|on|for) (.+)$/) ?? [];
  if (owner !== undefined) {
    if (link === 'on' || BEARS_A_NAME.test(owner)) return true;
    if (/^(?:this|that|these|those|it)$/.test(owner)) return false;
    const { noun } = parseNounPhrase(owner);
    const kind = categoryNamed(noun) ?? categoryNamed(headOf(noun));
    return kind === undefined && !HAS_A_KIND.test(owner);
  }
  return /^what (?:is|are|was|were) .+(?:'s|s') (?:\S+ )?names?$|^(?:what|which) (?:[a-z-]+ )?names? (?:is|are|was|does|do|can)\b/.test(
    text,
  );
}

/** A kind of thing by its word, but one of them that has its name painted on. */
const BEARS_A_NAME =
  /^(?:the|his|her|their|our) (?:[a-z]+ )?(?:bus|train|boat|ship|plane|airplane|truck|sign|building|vessel|company|game|park|road)$/;
const HAS_A_KIND = /^(?:this|that|these|those|the) (?:thing|object|item|style|outfit|trick|breed|type|kind)\b/;

const READABLE =
  '(?:words?|lettering|letters?|numbers?|numerals?|digits?|text|texts|message|title|caption|initials|slogan|headline|quote|prices?|scores?|license plate|licence plate|plates?(?= number)|url|website|web ?site|address|email|date|acronym|abbreviation|jersey number|language|street|route|exit|interstate|highway|channel|flight|platform|gate|terminal|speed limit|author|team|website|university|college|school|store|shop|restaurant|hotel|station|movie|film|tv show|show|bus stop|zip code|area code|magazine|newspaper|program|bank)';
const PREPOSITION = '(?:in|on|at|of|with|under|behind|near|next|to|by|from|holding|wearing|made|made)';
const SHOWN = '(?:is|are|was|were|does|do|did|can|could|would|will|appears?|has|have|shows?|starts?|ends?)';

const PATTERNS: readonly RegExp[] = [
  /^(?:please )?(?:read|transcribe|ocr|decipher)\b|^(?:can|could|will|would|are) (?:you|u|anyone|someone|i|we) (?:able to )?(?:please )?(?:read|transcribe|decipher|translate)\b|^what can (?:you|be) read\b/,
  /^translate\b/,
  /^(?:what|which|how)\b.*\b(?:says?|written|printed|spell(?:s|ed)?|engraved|inscribed|typed|etched)\b/,
  /^what (?:is|are) (?:it|(?:the|this|that|these) (?:\S+ )?(?:sign|signs|shirt|t-shirt|banner|poster|text|label|screen|board|note|paper|cap|hat|button))(?: .*)? saying$/,
  /^(?:what|how) (?:does|do|did) (?:.+ )?(?:read|say|spell|state)\b/,
  /^what .*\b(?:read|reads)$(?<!to read)/,
  new RegExp(
    `^(?:what|which|whose) (?:is|are|was|were) (?:(?:the|his|her|its|this|that|these|those|their|all) )?(?:(?!${PREPOSITION}\\b)[a-z0-9'-]+ ){0,3}?${READABLE}(?: (?:on|of|in|at|for|above|below|under|that|written|shown|displayed|painted|printed|seen|visible|to|by|number|numbers|name|plate|plates) ?.*)?$(?<!sign)`,
  ),
  new RegExp(
    `^(?:what|which)(?: (?:[0-9]+|two|three|four|five|six|last|first))?(?: (?!kinds?|types?|sorts?|styles?)[a-z'-]+)? ${READABLE} (?:${SHOWN}|on|in|of) ?.*$`,
  ),
  new RegExp(`^(?:what|which)(?: [a-z'-]+)? ${READABLE}(?: (?:number|name|player|plate|jersey)s?)?$`),
  /^(?:what|which) (?:street|bus|train|flight|route|player|jersey|license|licence|plate|phone|house|room|track|platform|model|serial|registration|plane|boat|engine|uniform|tail) (?:name|number|plate)s?\b/,
  /^what time (?:is|does|do) (?:(?:it )?on|the clock|the watch|this clock|that clock)\b|\btime (?:on|does|do) (?:the|this|that|each|both) (?:[a-z]+ )?(?:clock|watch)/,
  /^what (?:is|are) (?:the |his |her |its )?(?:[a-z'-]+ )?(?:text|number|title|label|heading) (?:on|of|in)\b|\bwriting (?:say|on|mean)/,
  /^(?:license|licence|number|jersey) (?:plate|number)\b/,
];
