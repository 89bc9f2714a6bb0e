import { parseNounPhrase } from '../noun-phrase.ts';
import type { DeclinedQuestion } from '../question.ts';
import { tableOf } from '../words/things.ts';

/**
 * Who someone is by name or by origin: "who is this", "what is her name", "which actor is that", "where is he from". Who does
 * something ("who is holding the umbrella") is a person to be described, and not meant.
 */
export function readWhoIsThis(text: string): DeclinedQuestion | undefined {
  return asksWho(text) || asksName(text) || ORIGIN.some((pattern) => pattern.test(text))
    ? { family: 'who-is-this' }
    : undefined;
}

/** Whether the noun phrase is about a person: "the man in red", "this actor", "these people". */
export function isPerson(phrase: string): boolean {
  const noun = parseNounPhrase(phrase).noun.replace(/ (?:the|a|an|this|that|he|she) .*$/, '');
  const table = tableOf(noun);
  return table === 'person' || table === 'job' || PEOPLE.test(noun);
}

function asksWho(text: string): boolean {
  const who = text.match(/^who (?:is|are|was|were|am|might|could|would) ?(?:be )?(.*)$/)?.[1];
  if (who !== undefined) {
    if (/^(?:this|that|these|those|it|he|she|they|him|her|i|we)$/.test(who)) return true;
    if (
      /^(?:this|that|these|those|he|she|it) (?:in|on|at|with|from|by|supposed|standing|sitting|wearing|holding)\b/.test(
        who,
      )
    )
      return true;
    return /^(?:this|that|the|these|those|his|her|your) /.test(who) && isPerson(who);
  }
  if (
    /^who (?:took|painted|drew|shot|made|created|designed|directed|photographed|built) (?:this|that|it|the)\b/.test(
      text,
    )
  )
    return true;
  // What is left of "can you identify this person", "do you know him".
  if (/^(?:him|her|them)$/.test(text)) return true;
  return (
    /^(?:name |identify |recogni[sz]e )?(?:this|that|the|these|those) /.test(text) &&
    !VERB.test(text) &&
    ALONE.test(text)
  );
}

function asksName(text: string): boolean {
  if (CELEBRITY.test(text)) return true;
  if (/^what (?:is|are|was|were) (?:his|her|their|your) (?:\S+ )?names?\b/.test(text)) return true;
  const owner =
    text.match(/^what (?:is|are|was|were) (.+?)(?:'s|s'|s) (?:first |last |real |full |middle )?names?$/)?.[1] ??
    text.match(/^(?:(?:what|which) (?:is|are|was|were) )?(?:the )?(?:\S+ )?names? of (.+)$/)?.[1];
  return (
    owner !== undefined &&
    (isPerson(owner) || (tableOf(parseNounPhrase(owner).noun) === 'animal' && /^what .*'s /.test(text)))
  );
}

const PEOPLE =
  /\b(?:guys?|dudes?|lad(?:y|ies)|gentlem[ae]n|players?|actors?|actress(?:es)?|celebrit(?:y|ies)|singers?|characters?|politicians?|presidents?|persons?|individuals?|chicks?|kids?|batters?|pitchers?|riders?|driver|skaters?|bikers?|athletes?|famous|youtuber|streamer|rapper|musician|artist|model|dad|mom|mother|father|brother|sister|friend|photographer)$/;
const CELEBRITY =
  /^(?:what|which) (?:famous |well-known |popular |real |movie |film |tv |hollywood |soccer |football |baseball |tennis |basketball )*(?:celebrity|celeb|actor|actress|singer|politician|president|footballer|player|athlete|rapper|musician|artist|youtuber|streamer|influencer|character|superhero|person|pop star|star)s? (?:is|are|was|were|does|do|do you)(?: (?:this|that|these|those|he|she|it|they|here|see|in|on|with|the person|the man|the woman|shown|pictured)\b.*)?$(?<!characters?\b.* (?:on|in) .*)/;
const VERB = /\b(?:is|are|was|were|has|have|does|do)\b/;
const ALONE =
  /^(?:name |identify |recogni[sz]e )?(?:this|that|the|these|those) (?:person|man|woman|guy|girl|boy|lady|celebrity|actor|actress|singer|dude|people|player|character)(?: (?:in|on|with) .*)?$/;

/** Where someone comes from and what they believe is not judged by looks. */
const ORIGIN: readonly RegExp[] = [
  /^(?:what|which) (?:is|are) (?:his|her|their|the \S+|this \S+|the (?:man|woman|person|people|boy|girl)(?:'s|s')?) (?:race|ethnicity|nationality|religion|heritage|ethnic \S+|political \S+|sexual orientation)\b/,
  /^(?:what|which) (?:race|ethnicity|nationality|religion|ethnic group|heritage) (?:is|are|does|do) (?:he|she|they|this|that|the|these|those)\b/,
  /^(?:what|which) (?:is|are) (?:the )?(?:race|ethnicity|nationality|religion|heritage) of\b/,
  /^where (?:is|are|does|do) (?:he|she|they|(?:this|that|the|these) (?:man|woman|person|people|guy|girl|boy|lady|men|women)) (?:come )?from$/,
  /^(?:what|which) country (?:is|are) (?:he|she|they|(?:this|the) (?:man|woman|person|guy|girl)) from$/,
];
