/** Glimpse answers this many questions of one message. */
const MOST_QUESTIONS = 2;

/**
 * The questions of a message as they were typed, at most the first two. Sentences that ask nothing ("This is my dog.") are
 * left out where others ask; a text without any question comes back whole.
 *
 * @example
 * splitQuestions('This is my dog. What breed is it, and how old is she?')  // ['What breed is it', 'how old is she?']
 */
export function splitQuestions(text: string): readonly string[] {
  const sentences = joinAlternatives(
    text
      .match(SENTENCE)
      ?.map((sentence) => sentence.trim())
      .filter(Boolean) ?? [],
  );
  const asking = sentences.flatMap((sentence) => splitSentence(sentence)).filter(isQuestion);
  if (asking.length > 0) return asking.slice(0, MOST_QUESTIONS);
  return [text.trim()];
}

/** Up to and with its end mark; a dot inside a word or number ends nothing. */
const SENTENCE = /(?:[^.?!\n]|[.?!](?=[^\s.?!]))+[.?!]*/g;

/** "Is this a dog? Or a cat?" is one question, and so is "it is a dog. right?". */
function joinAlternatives(sentences: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const sentence of sentences) {
    const before = CONTINUES.test(sentence) ? joined.pop() : undefined;
    joined.push(before === undefined ? sentence : `${before} ${sentence}`);
  }
  return joined;
}

/** "what animal is this and where is it": two, where what follows "and" is a whole question. */
function splitSentence(sentence: string): readonly string[] {
  for (const match of sentence.matchAll(JOINT)) {
    const before = sentence.slice(0, match.index);
    const after = sentence.slice(match.index + match[0].length);
    // A comma before "who" is more often a relative clause.
    if (/^,\s*$/.test(match[0]) && /^(?:who|which)\b/i.test(after)) continue;
    if (before.trim().split(/\s+/).length >= 2 && isAsking(before) && WHOLE.test(after))
      return [before.trim(), ...splitSentence(after)];
  }
  return [sentence];
}

function isQuestion(sentence: string): boolean {
  if (NO_QUESTION.test(sentence)) return false;
  return /\?\s*$/.test(sentence) || isAsking(sentence);
}

const ASKS =
  "(?:wh?at|whats|wut|waht|whta|hwat|wats|who|whos|whose|whom|where|wheres|when|which|whcih|wich|why|how|hwo|hows|is|isn'?t|are|aren'?t|was|wasn'?t|were|weren'?t|does|doesn'?t|do|don'?t|did|didn'?t|has|hasn'?t|have|can|could|would|will|describe|count|identify|guess|name|caption|explain|any)";

/** Whether it starts as a question does, after a greeting or a polite opening. */
const isAsking = (sentence: string): boolean => OPENING.test(sentence);
const OPENING = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:(?:hey|hi|hello|yo|ok|okay|so|and|but|also|um+|uh+|well|please|pls|plz|bro|bruh|dude|now|wait|like|glimpse|bot|then|oh|in this \\p{L}+|(?:can|could) (?:you|u|someone|anyone) (?:please |pls )?tell me|tell me|i wonder|i was wondering|any idea)[ ,]+)*(?:(?:in|on|at|from|to|of|with|for) )?${ASKS}(?:'s|'re)?(?![\\p{L}'])`,
  'iu',
);

/** Where one question may end and another begin. */
const JOINT = /,?\s+(?:and|also|plus|n|&)(?:\s+also)?\s+|,?\s+or\s+(?=(?:what|which|who|how|where)\s+\S+\s+\S)|,\s+/gi;
/** A question with its verb: "where is it", "how many are there", "is it old", and not "what it is" nor "which one". */
const WHOLE =
  /^(?:(?:what|whats|what's|who|whos|who's|where|wheres|where's|which|why|how|when)(?:'s|s)?\b(?! (?:it|they|he|she|the|this|that|a)\b(?: [a-z]+)?\s*\??$).*\b(?:is|are|was|were|does|do|did|has|have|can|r)\b|(?:whats|what's|wheres|where's|whos|who's|hows|how's)\s|(?:is|are|was|were|does|do|did|has|can) (?:the|this|that|it|there|these|those|he|she|they|his|her|their|any|you|a|an)\b|how (?:many|old|big|tall)\b)/i;

const CONTINUES =
  /^[^\p{L}\p{N}]*(?:or\b|right\b|correct\b|yes or no\b|yes\b|no\b|true or false\b|please\b|pls\b|thanks\b|thank you\b|isn'?t it\b|aren'?t they\b|huh\b|eh\b)/iu;

/** Words that only open or close a conversation. */
const NO_QUESTION =
  /^[^\p{L}\p{N}]*(?:(?:hi|hey|hello|yo|hm+|huh|what|wow|ok|okay|lol|eh|really|seriously|guys|everyone|there|anyone|help|excuse me|quick question|question)[\s,!?.]*)+$/iu;
