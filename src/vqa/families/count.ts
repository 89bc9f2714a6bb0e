import { isAdjective } from '../answer-sorts.ts';
import { pluralise } from '../grammar.ts';
import { parseNounPhrase } from '../noun-phrase.ts';
import type { CountQuestion } from '../question.ts';

/** "how many dogs are there", "count the apples", "number of cars": what is counted, and where. */
export function readCount(text: string): CountQuestion | undefined {
  const match = text.match(ASKS_FOR_A_NUMBER);
  if (!match) return undefined;
  const said = (match[1] ?? '')
    .replace(KINDS_OF, '')
    .replace(/ (?:can|do|did|does|could|will|would|should|must) .*$/, '')
    .replace(/ (?:is|are|was|were) there\b/, '')
    .replace(/ (?:is|are|were|was)$/, '')
    .replace(/ (?:have|has|got) .*$/, '')
    .replace(BARE_VERB, (_, verb: string) => ` ${verb.replace(/e$/, '')}ing `)
    .replace(/ (?:total|used|altogether|involved|present|around|showing)$/, '');
  const [, counted = said, after = ''] =
    said.match(/^(.+?) (?:is|are|was|were) (?!(?:the|this|that|these|those|it|they|he|she|his|her)\b)(.+)$/) ?? [];
  const { colour, noun, tail: own } = parseNounPhrase(counted.replace(/ (?:is|are|was|were) .*$/, ''));
  const describes = DESCRIBES.test(after) && isAdjective(after);
  const tail = [own, describes ? '' : after.replace(SAYS_NOTHING_ALONE, '')].join(' ').trim();
  const plural = pluralise(noun === '' ? 'thing' : noun);
  const subject = describes && after !== colour ? `${after} ${plural}` : plural;
  return {
    family: 'count',
    subject: colour ? `${colour} ${subject}` : subject,
    tail: SAYS_NOTHING.test(tail) ? '' : tail,
  };
}

const ASKS_FOR_A_NUMBER =
  /^(?:how many|count(?: all| up)?(?: of)?(?: the)?|(?:what|which) number of|(?:(?:what|which) is )?(?:the )?(?:total |exact )?(?:number|amount|count) of|how much) (.+)$/;

/** "how many people wear glasses" counts people wearing glasses. */
const BARE_VERB =
  / (wear|hold|ride|eat|drink|play|use|carry|face|stand|look|show|contain|see|walk|fly|wait|watch|read|touch) (?=\S)/;

/** "how many bananas are ripe" counts ripe bananas; what is lit, or seated, says so after the noun. */
const DESCRIBES = /^(?!(?:lit|open|alone|awake|asleep)$)[a-z]+(?<!ed)$/;
const SAYS_NOTHING_ALONE = /^(?:on|off|in|up|down|out|here|there|around)$/;

const KINDS_OF =
  /^(?:of (?:the|these|those) |different |total |other |more |kinds? of |types? of |different (?:kinds?|types?|species) of )+/;

const SAYS_NOTHING =
  /\b(?:in|on) (?:the |this |that )?(?:picture|photo|image|scene|pic|photograph)\b|^visible|^there|^(?:in|on)$/;
