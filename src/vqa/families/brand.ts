import { isPlural } from '../grammar.ts';
import { isPronoun, parseNounPhrase } from '../noun-phrase.ts';
import type { KindQuestion } from '../question.ts';
import { categoryById } from '../words/categories.ts';
import { knownNoun } from '../words/things.ts';
import { familyOf } from './kind-families.ts';

/** Who makes a thing, or whose mark is on it: "what brand is the laptop", "who makes this car", "what airline is this". */
export function readBrand(text: string): KindQuestion | undefined {
  const match = PATTERNS.map((pattern) => text.match(pattern)).find((found) => found !== null);
  if (!match) return undefined;
  const thing = thingIn(match[1] ?? '') ?? thingIn(match[2] ?? '');
  const category = categoryById(/airline/.test(text) ? 'airline' : idFor(thing));
  const noun = thing !== undefined && category.id === 'brand' ? thing : undefined;
  return {
    family: familyOf(category),
    category,
    frames: noun === undefined ? [] : [isPlural(noun) ? `{} ${noun}` : `a {} ${noun}`],
    plural: false,
  };
}

function thingIn(phrase: string): string | undefined {
  const bare = phrase.replace(/^(?:of|is|are|on|does|do|has|have|makes?|made|manufactures?|manufactured) /, '');
  if (bare === '' || isPronoun(bare)) return undefined;
  const { noun } = parseNounPhrase(bare);
  return noun === '' || /\b(?:is|are|company|brand|he|she|they|you|wearing|shown)\b/.test(noun) ? undefined : noun;
}

function idFor(thing: string | undefined): string {
  const known = thing === undefined ? undefined : knownNoun(thing);
  if (known === undefined) return 'brand';
  if (/^(?:car|van|truck|suv|pickup truck|jeep|taxi|race car)$/.test(known)) return 'car brand';
  if (/^(?:motorcycle|bicycle|scooter)$/.test(known)) return 'bike brand';
  return /^(?:airplane|jet)$/.test(known) ? 'airline' : 'brand';
}

const BRAND = '(?:brands?|makes?|makers?|manufacturers?|compan(?:y|ies)|airlines?|logos?|brand names?|make and model)';

const PATTERNS: readonly RegExp[] = [
  new RegExp(`^(?:what|which) ${BRAND} of ([a-z' -]+?)(?: (?:is|are|does|do|was) (.+))?$`),
  new RegExp(`^(?:what|which) ${BRAND} (?:name )?(?:(?:is|are|was|were) )(?:on )?(.+)$`),
  new RegExp(`^(?:what|which) ${BRAND} (?:made|makes?|manufactures?|manufactured|produces?|built) (.+)$`),
  /^(?:what|which) ([a-z-]+) (?:brand|make|maker|company|manufacturer)(?: (?:is|are|made|makes) (.+))?$/,
  /^(?:what|which) (?:brand|make) (?!(?:is|are|of|does|do)\b)([a-z' -]+?) (?:is|are|does|do|did) (.+)$/,
  new RegExp(`^(?:what|which) (?:is|are) (?:the |this |his |her |its )?(?:[a-z]+ )?${BRAND}(?: (?:of|on|for) (.+))?$`),
  new RegExp(`^(?:what|which) (?:is|are) (.+)'s ${BRAND}$`),
  new RegExp(`^(?:what|which) ${BRAND}(?: (.*))?$`),
  /^whose (?:logo|brand) (?:is|are) (?:on )?(.+)$/,
  /^who (?:makes|manufactures|manufactured|produces) (.+)$/,
  /^who made (?:this|that|the|these|his|her) ((?:[a-z]+ )?(?:car|truck|phone|laptop|computer|shoe|shoes|bike|motorcycle|plane|camera|tv|watch|van|shirt))$/,
];
