import { spellOut } from './words/short-forms.ts';
import { correctSpelling } from './words/spelling.ts';

/**
 * A question as the patterns expect it: lower case, contractions spelled out, no greeting, no "can you tell me", no
 * "in this picture", no punctuation but commas. `normaliseQuestion("Hey, whats THIS??")` is "what is this".
 */
export function normaliseQuestion(question: string): string {
  let text = asQuestion(spellOut(correctSpelling(plain(question))));
  for (let before = ''; before !== text; ) {
    before = text;
    text = REWRITES.reduce((rest, [pattern, by]) => rest.replace(pattern, by), text);
    text = LEAD_INS.reduce((rest, pattern) => stripLeadIn(rest, pattern), text);
    text = TRAILERS.reduce((rest, pattern) => stripTrailer(rest, pattern), text);
  }
  return text;
}

/** Lower case; only letters, digits, commas, inner hyphens and apostrophes, single spaces. */
function plain(question: string): string {
  return question
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
    .replace(/<[^>]*>|https?:\/\/\S+|:[a-z0-9_]+:/g, ' ')
    .replace(/\b(his|him|he|and|s?he)\/(?:hers?|she|or|he)\b/g, '$1')
    .replace(/([a-z])\/([a-z])/g, '$1 or $2')
    .replace(/&/g, ' and ')
    .replace(LIST_AFTER_COLON, (_, list: string, last: string) => `, ${list} or ${last}`)
    .replace(/[?!.;:]+\s+(?=\S)/g, ', ')
    .replace(/[^\p{L}\p{N},' -]+/gu, ' ')
    .replace(/(?<![\p{L}\p{N}])['-]+|['-]+(?![\p{L}\p{N}])(?!\s*s\b)/gu, ' ')
    .replace(/\s*,[\s,]*/g, ', ')
    .replace(/\s+/g, ' ')
    .replace(/^[, ]+|[, ]+$/g, '');
}

/** "which is it: apple, pear, banana" names its choices. */
const LIST_AFTER_COLON = /:\s*([^:?!.,]+(?:,[^:?!.,]+)*),(?:\s*(?:and|or)\s)?\s*([^:?!.,]+)[?!.\s]*$/;

/** "that isn't a dog, is it?" asks what "is that a dog" does: the tag alone is answered. */
function asQuestion(text: string): string {
  return text.replace(
    TAGGED,
    (_, subject: string, verb: string, said: string) => `${verb} ${subject} ${said.replace(/^no (?=\S)/, '')}`,
  );
}

const TAGGED =
  /^((?:there|this|that|these|those|it|he|she|they|the|his|her|a|an)\b(?: (?!(?:is|are|was|were|has|have)\b)[a-z'-]+)*?) (is|are|was|were|has|have)(?: not)? (.+?),? (?:is|are|was|were|has|have|does|do|did)(?: not)? (?:it|he|she|they|there|this|that|these|those)$/;

const PICTURE =
  '(?:picture|photo|image|pic|photograph|scene|drawing|shot|snapshot|img|screenshot|painting|pictures|photos|images|pictured|frame|illustration)';

/** Word orders that mean the same as a plain question; asides and opinions that say nothing. */
const REWRITES: readonly (readonly [RegExp, string])[] = [
  // "is this photo taken at night" asks about it as "is it taken at night" does.
  [
    /^((?:is|was|does|did|has|could|can|would) )(?:this|the|that) (?:picture|photo|image|pic|photograph|shot|snapshot|img|screenshot)\b(?! frame)/,
    '$1it',
  ],
  // "name the animal" and "describe the weather" ask what it is.
  [
    /^(?:(?:please )?(?:name|identify|guess) (?=(?:the|this|that|these|those) (?!.*\b(?:person|man|woman|guy|girl|boy|lady|celebrity|actor|actress|people|player)\b))|describe (?=(?:the|his|her|their) (?:weather|mood|pattern|texture|shape|material|expression|emotion|facial|hairstyle|breed|atmosphere|vibe)\b)|(?:guess|estimate|determine) (?=(?:his|her|their|the)(?: [a-z]+'s)? (?:age|gender|breed|species|mood|hairstyle)\b))/,
    'what is ',
  ],
  // "what do you think she is feeling", "how old would you say he is".
  [
    /^((?:what|which|who|where|how|when)\b.*?) (?:do|would|did) you (?:think|say|guess|reckon|suppose|believe|estimate)(?: that)?(?= \S)/,
    '$1',
  ],
  [
    /^((?:what|which|who|where|how|why)) (?:tf|the (?:hell|heck|fuck|f|devil)|on earth|in the world|even|exactly|actually|really)(?= \S)/,
    '$1',
  ],
  // "the hat, what color is it"
  [
    /^((?:the|this|that|his|her|my|these|those) [a-z' ]+), ((?:what|how|where|which|is|are|who) .*?)\b(?:it|he|she|they)\b(.*)$/,
    '$2$1$3',
  ],
  // "the clock is what shape"
  [
    /^((?:the|this|that|his|her|their|these|those|it)\b(?: [a-z'-]+)*?) (is|are) (?:of )?(?:what|which) ([a-z]+(?: of [a-z]+)?)$/,
    'what $3 $2 $1',
  ],
  // The word order after "tell me": "what animal this is", "where the man is standing".
  [
    /^((?:what|where|who|which|how)(?: (?!(?:is|are|was|were|do|does|did|can|has|have|of|in|on|at|to)\b)[a-z-]+| (?:kind|type|sort) of [a-z-]+){0,4}?) ((?:the|this|that|these|those|he|she|it|they|his|her|a|an|there)\b(?: (?!(?:is|are|was|were)\b)[a-z'-]+)*) (is|are|was|were)\b(.*)$/,
    '$1 $3 $2$4',
  ],
];

/** What comes before the question proper. Cut only where something is left. */
const LEAD_INS: readonly RegExp[] = [
  /^(?:can|could|would|will) (?:you|someone|anyone|i) (?:please |help me )*(?=count|describe|caption)/,
  /^(?:hey|heya|hi|hello|hiya|ok|okay|k|so|and|but|um+|umm+|uh+|hm+|er+m?|well|please|glimpse|bot|yo+|bro+|bruh|bruv|dude|man(?= what| is| who| how| where| that)|mate|fam|sir|girl(?=,)|now|also|then|lol|lmao|lmfao|omg|omfg|wtf(?= is| are| was|,)|haha+|ngl|tbh|idk|btw|like(?= what| is| who| how| where| which)|wait|alright|right(?=,)|hold up|quick question|serious question|random question|dumb question|stupid question|silly question|question|q|just|curious|just curious|excuse me|sorry|good (?:morning|evening|afternoon)|guys|gang|chat|folks|people(?=,)|everyone|everybody|all(?=,)|nah|yeah|yes(?=,)|no(?=,)|huh|tell me this|thanks|thank you|oh|ah|aw+|wow|real quick|basically|actually|honestly|seriously|help|help me|one more|another one|next(?=,)|last one|be honest|not sure|cool|nice|great)\b[, ]+/,
  /^(?:can|could|would|will|do|does|did) (?:you|you guys|yall|anyone|anybody|someone|somebody|we|i|one|any of you) (?:please |even |actually |kindly |maybe |possibly |perhaps )*(?:tell|say|show|guess|explain|identify|name|figure out|work out|help|recogni[sz]e|make out|know|think|remember|reckon|believe|determine)(?: to| me| us| please| out| whether| if| that| about| with)*(?= \S)[, ]+/,
  /^(?:please )?(?:tell|show|inform|give) (?:me|us)(?: please| whether| if| about)*[, ]+/,
  /^(?:i|we) (?:am |are )?(?:just )?(?:wonder|wondering|curious|would like to know|want to know|need to know|wanna know|was wondering|have to know|am not sure|do not know|can not tell)(?: about| whether| if)*[, ]+/,
  /^(?:is it possible|is there (?:a|any) way|are you able|would it be possible|i need you|i want you)(?: for you)? to (?:tell|say|know|see|guess|identify|determine|figure out|find out)(?: me| us)?(?: whether| if| from this)?[, ]+(?=\S+ \S)/,
  /^(?:does|do|did) (?:anyone|anybody|someone|somebody|yall|you guys|any of you)(?: here)? (?:happen to )?(?:know|recogni[sz]e)(?: whether| if| about)?[, ]+/,
  /^(?:anyone|anybody|yall|somebody|someone) (?:know|knows|got any idea|can tell(?: me)?|tell me)(?: about| whether| if)?[, ]+/,
  /^(?:my \S+ (?:wants|wanted) to know|let me know|please let me know|i (?:need|want) (?:help|you) (?:to|with)(?: identify(?:ing)?| find(?:ing)? out)?|help me (?:to )?(?:identify|find out|figure out|understand)|i can not (?:tell|figure out|see)|i have no idea|i do not know|what do you think|what would you say)(?: whether| if| about)?[, ]+(?=\S+ \S)/,
  /^(?:any|got any|have you any|do you have any) (?:idea|clue|guess(?:es)?)(?: about| of| as to| whether| if)*[, ]+/,
  /^(?:guess|identify|name|say|answer|find out|take a guess)(?: please| whether| if)*[, ]+(?=what|which|who|where|how|is|are|the|this)/,
  /^(?:in|at|on|during|from|for|of) (?=(?:what|which) (?!(?:is|are|was|were|does|do|did|has|have|can|will|way|reason|purpose)\b)\S+ )/,
  /^is there (?:any |a )?(?:hints?|clues?|signs?|indications?|idea) (?:of |about |as to )?(?=(?:what|which|who|where|how)\b)/,
  /^(?:around|about|approximately|roughly|by) (?=(?:what|which|how)\b)/,
  /^(?!(?:yes|no|left|right)\b)[a-z]+, (?=(?:what|which|where|who|how|why)\b)/,
  /^(?:whether|if) (?=(?:there|this|that|it|these|those|he|she|they|the) )/,
  new RegExp(`^(?:in|from|on|looking at|judging by|according to|based on|for) (?:this|the|that|my) ${PICTURE}[, ]+`),
  /^(?:is it true|would you say|do you think|do you believe|does it look like|does it seem like|does it appear|does it seem|does it look as if|is it possible|is it safe to say)(?: that)? (?=(?:there|this|that|it|these|those|he|she|they|the|a|an) )/,
];

/** What comes after the question proper, or in its middle, and says nothing. */
const TRAILERS: readonly RegExp[] = [
  /,? which(?: one| is it)?$/,
  new RegExp(
    `,? (?:in|on|from|of|within|inside|for|by) (?:this|the|that|my|these|our|your)(?: same| entire| whole| above| attached| first)? ${PICTURE}(?=$|,| )`,
  ),
  /,? (?:please|thanks|thank you|right now|exactly|precisely|called|do you think|would you say|do you reckon|do you know|to you|or what|if any|in total|altogether|lol|lmao|bro|bruh|rn|fr|ngl|tbh|af|haha+|lolz?|btw|idk|pls|though i can not tell|can not tell|in here|over there|today|currently|anyway|though|tho)$/,
  new RegExp(
    `,? (?:that )?(?:is |are )?(?:shown|pictured|depicted|displayed|seen|featured|portrayed|present|represented|visible)(?: here| (?:in|on) (?:the|this) ${PICTURE})?$`,
  ),
  /,? (?:can|do|could) (?:you|we|i|one) (?:see|spot|find|count|make out)(?: here)?$/,
  /, (?:man|dude|guys|mate|buddy|everyone|folks|anyone)$/,
  / (?:am i|are we|i am|we are|do we have|are you) (?:looking at|seeing)$/,
  /(?<=\S+ \S+) here$/,
  // Not the direction: "is it facing left or right?".
  /(?<!\b(?:or|the|on|to|your|my|far|lower|upper|top|bottom|facing|pointing|turning|going|looking|moving)),? (?:right|correct|yes or no|or not|or no|or nah|or what|innit|yes|no|huh|eh|true or false|is that right|am i right)$/,
  // Not the question's own verb: "what breed is it?".
  /(?<!\b(?:what|which|who|whose|where|when|how|why)\b.*),? (?:is it|is not it|are not they|is not there|does it not|does not it|does not he|is not he|is not she)$/,
];

function stripLeadIn(text: string, pattern: RegExp): string {
  const rest = text.replace(pattern, '');
  return rest.trim() === '' ? text : rest.trim();
}

/** A trailer that is nearly all of the question ("is it here?") stays. */
function stripTrailer(text: string, pattern: RegExp): string {
  const rest = text
    .replace(pattern, '')
    .replace(/[, ]+$/, '')
    .trim();
  return rest === '' || ONLY_FUNCTION_WORDS.test(rest) ? text : rest;
}

const ONLY_FUNCTION_WORDS =
  /^(?:what|which|who|is|are|it|this|that|there|a|an|the|how|was|were|do|does|you|not)(?: (?:is|are|was|were|the|a|it|there|this|not))?$/;
