import { pluralise } from '../grammar.ts';
import { parseNounPhrase } from '../noun-phrase.ts';
import type { CountQuestion } from '../question.ts';

/** "how many dogs are there", "count the apples", "number of cars": what is counted, and where. */
export function readCount(text: string): CountQuestion | undefined {
  const match = text.match(ASKS_FOR_A_NUMBER);
  if (!match) return undefined;
  const said = (match[1] ?? '')
    .replace(KINDS_OF, '')
    .replace(/ (?:can|do|did|does|could|will|would) .*$/, '')
    .replace(/ (?:is|are|was|were) there\b/, '')
    .replace(/ (?:is|are|were|was)$/, '')
    .replace(/ (?:is|are|was|were) (?=\S)/, ' ')
    .replace(/ (?:have|has|got) .*$/, '')
    .replace(/ (?:total|used|altogether|involved|present|around|showing)$/, '');
  const { colour, noun, tail } = parseNounPhrase(said);
  const subject = pluralise(noun === '' ? 'thing' : noun);
  return {
    family: 'count',
    subject: colour ? `${colour} ${subject}` : subject,
    tail: SAYS_NOTHING.test(tail) ? '' : tail,
  };
}

const ASKS_FOR_A_NUMBER =
  /^(?:how many|count(?: all| up)?(?: of)?(?: the)?|(?:what|which) number of|(?:(?:what|which) is )?(?:the )?(?:total |exact )?(?:number|amount|count) of|how much) (.+)$/;

const KINDS_OF =
  /^(?:of (?:the|these|those) |different |total |other |more |kinds? of |types? of |different (?:kinds?|types?|species) of )+/;

const SAYS_NOTHING =
  /\b(?:in|on) (?:the |this |that )?(?:picture|photo|image|scene|pic|photograph)\b|^visible|^there|^(?:in|on)$/;
