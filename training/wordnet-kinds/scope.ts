import { wordList } from '../../src/vqa/words/word-list.ts';
import type { Synset, WordNet } from './wordnet.ts';

/** The lexicographer's files (lexnames(5WN)) whose nouns can be seen. */
const SEEN_FILES: ReadonlySet<number> = new Set([
  5, // animal
  6, // artifact
  8, // body
  13, // food
  17, // object
  18, // person
  20, // plant
  25, // shape
  27, // substance
]);

/** What can be seen of the other files: these synsets and all below them, as word.n.sense. */
const FURTHER_ROOTS = wordList(
  `sport.n.1, dancing.n.1, game.n.1, game.n.3, exercise.n.1, weather.n.1, color.n.1, chromatic color.n.1, sign.n.2, symbol.n.1,
  martial art.n.1, fire.n.3, storm.n.1, light.n.2, book.n.1, document.n.1, atmospheric phenomenon.n.1, ceremony.n.1, race.n.2`,
);

/** Subtrees that no one means, or that no one should be shown, as word.n.sense. */
const CLOSED_ROOTS = wordList(
  `hominid.n.1, unpleasant person.n.1, bad person.n.1, sexual activity.n.1, prostitute.n.1, pervert.n.1, slave.n.1,
  simpleton.n.1, genitalia.n.1, weakling.n.1, abnormality.n.1, native american.n.1,
  person of color.n.1, homosexual.n.1, libertine.n.1, drunkard.n.1, person.n.2, disputant.n.1, cripple.n.1`,
);

/** Marks of usage, by their synset's word, that make a word unfit to be proposed. */
const UNFIT_USAGE: ReadonlySet<string> = new Set(
  wordList('ethnic slur, disparagement, obscenity, slang, archaism, euphemism, trope, synecdoche'),
);

/** What definitions say of words unfit to be proposed. */
const UNFIT_GLOSS =
  /\b(?:offensive|derogatory|disparag\w+|contemptuous|slur|pejorative|insulting|vulgar|obscene|sexual(?:ly)?|intercourse|prostitut\w+|pornograph\w+|genital\w*|penis|vagina|anus|feces|excrement|slang|archaic|obsolete|extinct (?!.*(?:dinosaur|reptile|elephant|mammoth|bird))|formerly a? ?term|ethnic|retarded|negro(?:id)?|nazis?|racial|cocaine|heroin|suicid\w+)\b/i;

/** What WordNet holds that no bot should propose, whatever its gloss says. */
export const UNFIT_WORDS: ReadonlySet<string> = new Set(
  wordList(`golliwog, golliwogg, stripper, nautch girl, taxi dancer, testicle, stud, rape, colored starling, dodderer, dotard,
  has-been, coquette, minstrel, tovarich, abortus, snot, booger, suicide bomber, white man, baggage, ring girl,
  bluestocking, old boy, filicide, negro, negress, savage, gypsy, whore, slut, bitch, bastard, tit, ass, arse,
  booby, pussy, cock, dick, fag, faggot, dyke, queer, midget, dwarf, cripple, idiot, moron, imbecile, retard,
  coolie, eskimo, oriental, squaw, half-breed, mulatto, colored person, jap, chink, spic, kike, nigger, boob, boobs,
  bosom, breast, nipple, penis, vagina, anus, crotch, butt, buttocks, bum, fanny, tail end, bottom, rear, hooker,
  virgin, nude, sex, terrorist, rapist, torture, rack, bomb, fat person, cannabis, marijuana, cocaine, heroin,
  condom, dildo, freak, cow pie, tramp, slave, hottie, hussy, homo, hermaphrodite, eunuch, psycho, junkie, pimp,
  sod, bugger, prick, poof, fairy godmother, blackamoor, dink, gook, honky, wop`),
);

/** Groups of people by what they do or whose kin they are, as word.n.sense. Glimpse does not guess what else a person may be. */
const ROLES = wordList(
  `worker.n.1, professional.n.1, artist.n.1, athlete.n.1, performer.n.1, serviceman.n.1, scientist.n.1, clergyman.n.1, relative.n.1,
  health professional.n.1, contestant.n.1, leader.n.1, engineer.n.1, ruler.n.1, student.n.1,
  writer.n.1, specialist.n.1, merchant.n.1, peer.n.2, official.n.1, lawman.n.1`,
);

/** The synsets of people by what they do, and of all people: the only people of whom there are kinds. */
export function roles(net: WordNet): ReadonlySet<string> {
  return new Set([
    ...below(
      ROLES.map((name) => synsetNamed(name, net)),
      net,
    ),
    synsetNamed('person.n.1', net).offset,
  ]);
}

/** Reads "word.n.sense"; throws where WordNet has no such sense. */
export function synsetNamed(name: string, net: WordNet): Synset {
  const [word = '', , sense = ''] = name.split('.');
  const found = net.sensesOf(word)[Number(sense) - 1];
  if (found === undefined) throw new Error(`WordNet has no ${name}`);
  return found;
}

/** Which synsets stand for what can be seen and may be proposed. */
export function visibleSynsets(net: WordNet): ReadonlySet<string> {
  const closed = below(
    CLOSED_ROOTS.map((name) => synsetNamed(name, net)),
    net,
  );
  const further = below(
    FURTHER_ROOTS.map((name) => synsetNamed(name, net)),
    net,
  );
  const found = new Set<string>();
  for (const [offset, synset] of net.synsets) {
    if (synset.instance || closed.has(offset)) continue;
    if (SEEN_FILES.has(synset.file) || further.has(offset)) found.add(offset);
  }
  return found;
}

/** The synsets and all that is below them. */
export function below(roots: readonly Synset[], net: WordNet): ReadonlySet<string> {
  const found = new Set<string>();
  const ahead = roots.map(({ offset }) => offset);
  for (let offset = ahead.pop(); offset !== undefined; offset = ahead.pop()) {
    if (found.has(offset)) continue;
    found.add(offset);
    ahead.push(...(net.synsets.get(offset)?.below ?? []));
  }
  return found;
}

/** Whether a synset must not be proposed: slurs, insults, words that have gone out of use. */
export function isUnfit(synset: Synset, net: WordNet): boolean {
  return (
    UNFIT_GLOSS.test(synset.gloss) ||
    synset.usage.some((mark) => net.synsets.get(mark)?.words.some((word) => UNFIT_USAGE.has(word)))
  );
}

/** The word as it may be proposed, in lower case; undefined where it is a Latin name, a person's, or no plain word. */
export function plainWord(word: string, { file }: Synset, net: WordNet): string | undefined {
  const plain = word.toLowerCase();
  if (!/^[a-z][a-z' -]*$/.test(plain) || plain.length < 2 || plain.split(' ').length > 3 || UNFIT_WORDS.has(plain))
    return undefined;
  const [first = ''] = plain.split(' ');
  if (word !== plain) {
    if (file === PERSON_FILE || net.sensesOf(`genus ${first}`).length > 0) return undefined;
    if (/^[A-Z]+$/.test(word) && !ABBREVIATIONS.has(plain)) return undefined;
  }
  return plain;
}

/** The lexicographer's file noun.person. */
export const PERSON_FILE = 18;
/** Spelled in capitals, and said all the same. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(wordList('suv, pc, lcd, tv, atm, blt, dvd, cd, gps, pda, vcr, mri'));
