/**
 * A question as the patterns expect it: lower case, contractions spelled out, no greeting, no "can you tell me", no
 * "in this picture", no punctuation but commas. `normaliseQuestion("Hey, whats THIS??")` is "what is this".
 */
export function normaliseQuestion(question: string): string {
  let text = spellOut(plain(question));
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(PICTURE_AS_SUBJECT, '$1it').replace(EMBEDDED, '$1 $3 $2$4');
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
    .replace(/[?!.;:]+\s+(?=\S)/g, ', ')
    .replace(/[^\p{L}\p{N},' -]+/gu, ' ')
    .replace(/(?<![\p{L}\p{N}])['-]+|['-]+(?![\p{L}\p{N}])(?!\s*s\b)/gu, ' ')
    .replace(/\s*,[\s,]*/g, ', ')
    .replace(/\s+/g, ' ')
    .replace(/^[, ]+|[, ]+$/g, '');
}

const PICTURE =
  '(?:picture|photo|image|pic|photograph|scene|drawing|shot|snapshot|img|screenshot|painting|pictures|photos|images|pictured|frame|illustration)';

/** "is this photo taken at night" asks about it as "is it taken at night" does. */
const PICTURE_AS_SUBJECT =
  /^((?:is|was|does|did|has|could|can|would) )(?:this|the|that) (?:picture|photo|image|pic|photograph|shot|snapshot|img|screenshot)\b(?! frame)/;

/** The word order after "tell me": "what animal this is", "where the man is standing". */
const EMBEDDED =
  /^((?:what|where|who|which|how)(?: (?!(?:is|are|was|were|do|does|did|can|has|have|of|in|on|at|to)\b)[a-z-]+| (?:kind|type|sort) of [a-z-]+){0,4}?) ((?:the|this|that|these|those|he|she|it|they|his|her|a|an|there)\b(?: (?!(?:is|are|was|were)\b)[a-z'-]+)*) (is|are|was|were)\b(.*)$/;

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\b(what|where|who|how|that|there|he|she|it|which|when)'s\b/g, '$1 is'],
  [/\b(what|where|who|how|these|those|they|you|we)'?re\b(?=.)/g, '$1 are'],
  [/\bwhats\b|\bwat is\b|\bwuts\b|\bwats\b/g, 'what is'],
  [/\bwheres\b/g, 'where is'],
  [/\bwhos\b/g, 'who is'],
  [/\bhows\b/g, 'how is'],
  [/\btheres\b/g, 'there is'],
  [/\bthats\b/g, 'that is'],
  [/\bits (?=(?:a|an|the|not|raining|snowing|sunny)\b)/g, 'it is '],
  [/\b(is|are|was|were|does|do|did|has|have|could|would|should)n'?t\b/g, '$1 not'],
  [/\bcan'?t\b|\bcannot\b/g, 'can not'],
  [/\bain'?t\b/g, 'is not'],
  [/\bi'm\b|\bim\b/g, 'i am'],
  [/\b(?:wat|wut|wht|waht|whta)\b/g, 'what'],
  [/\bu\b/g, 'you'],
  [/\br (?=there|these|they|those|you)/g, 'are '],
  [/\bhow ?many'?s\b|\bhow mny\b|\bhowmany\b/g, 'how many'],
  [/\bpls\b|\bplz\b/g, 'please'],
  [/\bcolo(u?)urs?ed\b/g, 'colo$1r'],
  [/\b(?:kinda|kind a)\b/g, 'kind of'],
  [/\bday-?time\b/g, 'daytime'],
  [/\bnight-?time\b/g, 'nighttime'],
  [/\bday time\b/g, 'daytime'],
  [/\bnight time\b/g, 'nighttime'],
  [/\bt shirt\b|\btshirt\b/g, 't-shirt'],
];

function spellOut(text: string): string {
  return SPELLINGS.reduce((rest, [pattern, full]) => rest.replace(pattern, full), text).trim();
}

/** What comes before the question proper. Cut only where something is left. */
const LEAD_INS: readonly RegExp[] = [
  /^(?:can|could|would|will) (?:you|someone|anyone|i) (?:please |help me )*(?=count|describe|caption)/,
  /^(?:hey|hi|hello|hiya|ok|okay|so|and|but|um+|uh+|hm+|well|please|glimpse|bot|yo|bro|dude|now|also|then|lol|wait|quick question|question|q|just|excuse me|sorry|good (?:morning|evening|afternoon)|guys|everyone|tell me this|thanks|oh|ah)\b[, ]+/,
  /^(?:can|could|would|will|do) (?:you|anyone|anybody|someone|somebody|we|i) (?:please |even |actually |kindly )*(?:tell|say|show|guess|explain|identify|name|figure out|work out|help|recogni[sz]e|make out|know|think|remember|reckon|believe|determine)(?: to| me| us| please| out| whether| if| that| about| with)*(?= \S)[, ]+/,
  /^(?:please )?(?:tell|show|inform) (?:me|us)(?: please| whether| if| about)*[, ]+/,
  /^(?:i|we) (?:am |are )?(?:just )?(?:wonder|wondering|curious|would like to know|want to know|need to know|wanna know|was wondering|have to know|am not sure|do not know|can not tell)(?: about| whether| if)*[, ]+/,
  /^(?:any|got any|have you any|do you have any) (?:idea|clue|guess(?:es)?)(?: about| of| as to| whether| if)*[, ]+/,
  /^(?:guess|identify|name|say|answer|find out|take a guess)(?: please| whether| if)*[, ]+(?=what|which|who|where|how|is|are|the|this)/,
  /^(?:whether|if) (?=(?:there|this|that|it|these|those|he|she|they|the) )/,
  new RegExp(`^(?:in|from|on|looking at|judging by|according to|based on|for) (?:this|the|that|my) ${PICTURE}[, ]+`),
  /^(?:is it true|would you say|do you think|do you believe|does it look like|does it seem like|does it appear|does it seem|does it look as if|is it possible|is it safe to say)(?: that)? (?=(?:there|this|that|it|these|those|he|she|they|the|a|an) )/,
];

/** What comes after the question proper, or in its middle, and says nothing. */
const TRAILERS: readonly RegExp[] = [
  new RegExp(
    `,? (?:in|on|from|of|within|inside|for|by) (?:this|the|that|my|these|our|your)(?: same| entire| whole| above| attached| first)? ${PICTURE}(?=$|,| )`,
  ),
  /,? (?:please|thanks|thank you|right now|exactly|precisely|called|do you think|would you say|do you reckon|do you know|to you|or what|if any|in total|altogether|lol|bro|in here|over there|today|currently|anyway|though|tho)$/,
  new RegExp(
    `,? (?:that )?(?:is |are )?(?:shown|pictured|depicted|displayed|seen|featured|portrayed|present|represented|visible)(?: here| (?:in|on) (?:the|this) ${PICTURE})?$`,
  ),
  /,? (?:can|do|could) (?:you|we|i|one) (?:see|spot|find|count|make out)(?: here)?$/,
  /(?<=\S+ \S+) here$/,
  // Not the direction: "is it facing left or right?".
  /(?<!\b(?:or|the|on|to|your|my|facing|pointing|turning|going|looking|moving)),? (?:right|correct|yes or no|or not|or no|is not it|are not they|is it|does it not|is not there|yes|no|huh|eh|true or false|is that right|am i right|does not it|does not he|is not he|is not she)$/,
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
