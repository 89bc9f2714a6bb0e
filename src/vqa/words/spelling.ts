const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/**
 * The words with the words that questions are made of spelled right where one letter is wrong, missing, doubled or swapped
 * with its neighbour: "anmial", "colro", "giraff". Words of fewer than five letters are too near to others, and a first letter
 * is rarely the wrong one. Real words are never changed.
 */
export function correctSpelling(text: string): string {
  return text.replace(/[a-z]{5,}/g, (word) => (KNOWN.has(word) ? word : (corrected(word) ?? word)));
}

function corrected(word: string): string | undefined {
  const first = word.charAt(0);
  const candidates = [...(BY_FIRST_LETTER.get(first) ?? []), ...(BY_FIRST_LETTER.get(word.charAt(1)) ?? [])];
  return candidates.find((target) => isOneSlipFrom(target, word));
}

/** Whether one insertion, deletion, substitution or swap of neighbours makes one of the other (Damerau 1964: 80 % of typos). */
function isOneSlipFrom(target: string, word: string): boolean {
  const longer = target.length - word.length;
  if (target === word || Math.abs(longer) > 1) return false;
  let at = 0;
  while (at < word.length && target[at] === word[at]) at++;
  if (at === 0 && !(longer === 0 && target[0] === word[1] && target[1] === word[0])) return false;
  const rest = (text: string, from: number) => text.slice(from);
  if (longer === 1) return rest(target, at + 1) === rest(word, at);
  if (longer === -1) return rest(target, at) === rest(word, at + 1);
  const swapped = target[at] === word[at + 1] && target[at + 1] === word[at];
  return rest(target, at + 1) === rest(word, at + 1) || (swapped && rest(target, at + 2) === rest(word, at + 2));
}

/** The words to which a misspelt one may be corrected: what questions about pictures are made of, and their commonest nouns. */
const TARGETS = set(
  `activity animal animals apple apples background banana baseball basketball bathroom beach bedroom behind between bicycle black
   bottle brand breed broccoli building butterfly called carrot chair chicken children clock color colors colour colours computer
   describe doing dolphin eating elephant elephants emotion expression favorite feeling flower flowers fruit giraffe giraffes
   glasses green happening happy holding horse horses house inside instrument jacket kitchen laptop located material monkey
   motorcycle mountain number numbers orange outside pattern penguin people person phone picture pizza playing please purple
   question rabbit raining restaurant sandwich season shape shirt sitting skateboard snowing sport standing strawberry street
   surfboard table tennis there tiger tomato train turtle umbrella vegetable vegetables vehicle vehicles wearing weather where
   which white window woman wooden yellow zebra`,
);

/** Real words one slip from a target (found in the SCOWL word list, size 60). */
const REAL_WORDS = set(
  `ample anibal applies apply bandana battle beech belch bench bland blank bleach bleed block braid brandi brando brandt brandy
   brant breach bread brewed cabled calked caller calmed calved carnot chain chock choir clack clair click cloak cluck colon colons
   commuter compute computed computes coors crock culled dding doling doming doping dosing doting dozing dying easing elating
   emoticon feeding felling flowed flowery fruity fueling gasses glassed glosses grasses greed greek greene greer greet harpy hippy
   hoarse holing hooding horde hordes hording horne horsed horsey horsy hoses houses insider jacked locate locates maternal money
   numbed outsider outsize parson pastern patter patters paying pearson pease peron persona phoney phony piazza placing planing
   plating pleas plying praying prone purpler rabbi rabbis raiding railing raising reining ruining sanding setting shade shake
   shale shame shane share sharpe shave shift shire shirk shirr short showing sifting silting siting skirt slitting slowing snoring
   snort sowing spitting spore sporty spout spurt stowing stranding tablet theme these three tiber timer trail trait twain vesicle
   vesicles waite waring weaning wearying weaving while whine whiten whiter whits widow winnow women wooded woodmen woolen wooten
   wotan write`,
);

const KNOWN: ReadonlySet<string> = new Set([
  ...TARGETS,
  ...REAL_WORDS,
  ...[...TARGETS].flatMap((word) => [`${word}s`, `${word}es`, `${word}d`, `${word}ed`]),
]);

const BY_FIRST_LETTER: ReadonlyMap<string, readonly string[]> = new Map(
  [...new Set([...TARGETS].map((word) => word.charAt(0)))].map((first) => [
    first,
    [...TARGETS].filter((word) => word.startsWith(first)),
  ]),
);
