/** The word with the apostrophe that its writer left out: "dont" is "don't". Words in lower case; all others stay. */
export function spellContraction(word: string): string {
  return SPELLINGS.get(word) ?? word;
}

/**
 * The contractions whose missing apostrophe the official evaluation of VQA puts in place (see `vqaAccuracy`). It leaves out
 * those that would be other words: "he'll", "she'd", "we're", "I'm".
 */
const CONTRACTIONS =
  `ain't aren't can't could've couldn't couldn't've didn't doesn't don't hadn't hadn't've hasn't haven't
  he'd he'd've he's how'd how'll how's isn't it'd it'd've it'll ma'am mightn't mightn't've might've mustn't must've
  needn't not've o'clock oughtn't 'ow's'at shan't she'd've should've shouldn't shouldn't've somebody'd've somebody'll
  somebody's someone'd someone'd've someone'll someone's something'd something'd've something'll that's there'd
  there'd've there're there's they'd they'd've they'll they're they've 'twas wasn't we'd've we've weren't what'll what're
  what's what've when's where'd where's where've who'd who'd've who'll who's who've why'll why're why's won't would've
  wouldn't wouldn't've y'all y'all'll y'all'd've you'd you'd've you'll you're you've`.split(/\s+/);

/** By each spelling that lacks one apostrophe; and one that the official table has the wrong way round. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ...CONTRACTIONS.flatMap((contraction) =>
    [...contraction.matchAll(/'/g)].map(
      ({ index }) => [contraction.slice(0, index) + contraction.slice(index + 1), contraction] as const,
    ),
  ),
  ["somebody'd", 'somebodyd'],
]);
