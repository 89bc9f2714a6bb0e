import type { DeclinedQuestion } from '../question.ts';

/**
 * Small talk, sums, general knowledge and wishes: "how are you", "what's 2+2", "who won the world cup", "write me a poem". Only
 * what can be told by its words; `asked` is the question as it was typed, for the signs in sums.
 */
export function readNotAboutThePicture(text: string, asked: string): DeclinedQuestion | undefined {
  if (ABOUT_THE_PICTURE.test(asked)) return undefined;
  const said = asked
    .toLowerCase()
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const matches = isSum(asked) || SMALL_TALK.test(said) || PATTERNS.some((pattern) => pattern.test(text));
  return matches ? { family: 'not-about-the-picture' } : undefined;
}

const ABOUT_THE_PICTURE =
  /\b(?:in|of|from|on|with) (?:this|the|that) (?:picture|photo|image|pic|photograph|drawing)\b/i;

function isSum(asked: string): boolean {
  return (
    /^\D*\d+(?:\.\d+)?\s*(?:[-+*/x×÷^]|plus|minus|times|divided by)\s*\d/i.test(asked) &&
    !/\b(?:this|that|there|see|or|between|the)\b/i.test(asked)
  );
}

const ADDRESSED =
  '(?: (?:bot|glimpse|so much|very much|a lot|a bunch|again|everyone|all|there|you|bro|man|dude|mate|buddy|friend|for .*|lol|haha))*';

const SMALL_TALK = new RegExp(
  `^(?:hi+|hello+|hey+|yo|sup|hiya|howdy|greetings|good (?:morning|evening|afternoon|night|bot|job|boy|one|work)|bad bot|thanks|thank you|thank u|thx|ty|tysm|tyvm|cheers|cool|nice|wow|lol|lmao|haha+|ok|okay|great|awesome|amazing|perfect|bye+|goodbye|see you|test|testing|help|sorry|yes|no|yeah|nope|well done|never ?mind|nvm|welcome|congrats|interesting|wonderful)${ADDRESSED}$`,
);

const PATTERNS: readonly RegExp[] = [
  SMALL_TALK,
  /^(?:something|anything) (?:funny|interesting|nice|cool|random|new|about (?:yourself|you|me))$|^about yourself$/,
  /\b(?:my|the|this) (?:homework|essay|taxes|assignment|exam|thesis|resume)\b/,
  /^how (?:are|r) (?:you|things|ya)\b|^how (?:is|was|has) (?:it going|life|your|everything)\b|^how do you do$|^what is (?:up|new|good)(?: (?:bro|man|dude|bot|with you))?$/,
  /^(?:who|what) are you\b(?! (?:looking|seeing))|^who (?:made|created|built|programmed|owns|coded|trained) you\b|^what can you do\b|^how (?:do|can|did) you (?:work|do that|know me|feel)\b|^how old are you\b|^where (?:are you|do you live)\b/,
  /^(?:what|which|who|where) (?:is|are) your\b|^(?:what|who|which|where|when|how|why) do you (?:like|love|want|live|prefer|hate|eat|feel)\b/,
  /^(?:are|r) you (?:a|an|real|human|ok|okay|alright|alive|sentient|conscious|smart|stupid|dumb|gay|married|single|there|happy|sad|chatgpt|gpt|ai|good|busy|free|online|awake|serious|kidding|mad|tired|hungry|the)\b/,
  /^do you (?:like|love|hate|speak|dream|sleep|eat|drink|want|feel|sing|dance|play|work|remember|have (?:a|any) (?:name|feelings|family|friends?|girlfriend|boyfriend|brain|job|soul))\b(?! (?:the|this|that|these|those|his|her|their|it|what|how)\b)(?!.* (?:in|on|at|from) )/,
  /^will you (?:marry|be|help|go|love|kill|ever|take|please)\b|^marry me\b/,
  /^(?:can|could) you (?:speak|talk|sing|dance|hear|code|swim|cook|write|draw|generate|create|make|do|play|help|be|drive|fly)\b(?: (?:me|us|to me|a|an|some|something|it|anything|my|math|english|french|german|spanish|music|chess|what)\b(?!.*\b(?:in|on|out) (?:this|the|that)\b).*)?$/,
  /^(?:i|you) (?:love|hate|like|feel|miss|need|want|are|am (?:bored|sad|tired|happy|hungry|lonely|sick|gay|here|back|fine|good))\b/,
  /^(?:(?:tell|write|sing|make|give|compose|draw|generate|create|say|do) (?:me |us )?)?(?:a|an|another|some|one more) (?:[a-z]+ )?(?:joke|jokes|poem|poetry|haiku|story|song|essay|code|recipe|rap|limerick|riddle|fun fact|fact|quote|email|tweet|speech|bedtime story)\b/,
  /^(?:write|sing|compose|generate|code|play|open|google|search|remind|set|calculate|compute|solve|define|convert|order|buy|send|call|book|recommend|suggest|imagine|roleplay|pretend|ignore|forget|repeat)\b/,
  /^translate (?!(?:this|that|the|it|what)\b)|\bhow do you say\b|^(?:what is )?(?:the )?(?:definition|synonyms?|antonyms?|square root|derivative|integral|factorial) (?:of|for)\b/,
  /^(?:(?:what|who|which|how|where|name) .*)?\b(?:capital|population|currency|president|prime minister|king|queen|chancellor|flag|language|gdp|area|history|ceo|founder|owner|mayor|anthem) of (?!(?:this|that|the (?:picture|photo|image|man|woman|bus|sign|boat|ship|car|building|house|store|dog|cat|book))\b)[a-z]/,
  /^(?:who|which|what) (?:team |country |player |movie |person |one )?(?:won|will win|wins|is going to win) (?:the )?.*\b(?:cup|bowl|election|elections|league|championship|championships|war|oscars?|nba|nfl|finals?|olympics|series|prize|grammys?|euro|euros|open|presidency|f1|wimbledon)\b/,
  /^(?:who|when|where|what year) (?:was|is|were|did|has) (?:[a-z]+ )*(?:invent(?:ed)?|discover(?:ed)?|found(?:ed)?|die|died|born|start|assassinated)$|^who (?:invented|discovered|founded|wrote|directed|composed|sang|sings|killed|is the (?:richest|president|pope|king|queen|prime|ceo|fastest man|tallest man|best (?:player|footballer|singer|rapper)))\b/,
  /\bmeaning of life\b|\b(?:bitcoin|stock market|stock price|exchange rate|the news|latest news|world war)\b|\bin the world$/,
  /^how (?:do|can|should) (?:i|we|one|you) (?!describe|know|tell|think|call|see|recogni|identify|find|ride|get (?:in|on|off|out)|turn|open|use this)|^how to\b|^(?:what|where|when|which|how|who) should i\b|^should i\b/,
  /\b(?:tomorrow|yesterday|next (?:week|month|year|weekend)|last (?:week|month|night)|this weekend|forecast)\b/,
  /\bweather (?:is it |is |be |like |today )*(?:in|for|at) (?!(?:the|this|that|these|here)\b)[a-z]/,
  /^what (?:day|date|month)(?: of (?:the )?(?:week|month))? is (?:it|today)\b|\btoday's date\b|^what is (?:today|the date)$|\bday is today$|^what time is it (?:in (?!the\b|this\b)[a-z]|now|where you)/,
  /^how (?:far|old|big|tall|hot|heavy|deep|long|high|fast) (?:is|are|was) (?:the )?(?:moon|sun|earth|universe|mount|mt|everest|eiffel|pacific|nile|light|sound|jupiter|mars|world|great wall)\b|^how many (?:days|hours|minutes|seconds|months|weeks|countries|continents|planets|states|bones|people|legs|teeth|ounces|feet|meters|grams|calories) (?:are )?(?:(?:there )?in|does|live in|do) (?:a|an|the world|the us|the usa|europe|the human|africa|the solar|america)\b/,
  /^(?:what|which|where|who|name) .*\b(?:best|cheapest|good) .*\bto (?:buy|get|eat|watch|play|use|visit|read|learn)$/,
  /^(?:when|what day) is (?:christmas|easter|halloween|thanksgiving|new year|ramadan|diwali|my birthday|your birthday|the next)\b/,
];
