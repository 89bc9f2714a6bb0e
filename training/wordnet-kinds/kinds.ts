import { singularise } from '../../src/vqa/grammar.ts';
import { canonicalAnswer } from '../../src/vqa/words/synonyms.ts';
import { ADDED, APART, FAVOURED, GENERIC, NAMED_OTHERWISE, OUT_OF_PLACE } from './corrections.ts';
import type { Evidence } from './evidence.ts';
import { below, isUnfit, PERSON_FILE, plainWord, roles, synsetNamed, UNFIT_WORDS, visibleSynsets } from './scope.ts';
import type { Synset, WordNet } from './wordnet.ts';

/** A category and what kinds there are of it, the common ones first. */
export interface Kinds {
  readonly category: string;
  readonly kinds: readonly string[];
}

/** As many as a person scrolls through and CLIP ranks at once. */
const MOST_KINDS = 40;
/** Fewer are no list. */
const FEWEST_KINDS = 3;
/** With so many known kinds, words that nobody is known to say are left out. */
const ENOUGH_KNOWN = 12;

/** The kinds of every category that people may ask about, in the order of the alphabet. */
export function allKinds(net: WordNet, evidence: Evidence): readonly Kinds[] {
  const visible = visibleSynsets(net);
  const people = roles(net);
  const namer = new Namer(net, evidence);
  const words = new Set<string>(NAMED_OTHERWISE.keys());
  for (const offset of visible)
    for (const word of net.synsets.get(offset)?.words ?? []) if (word === word.toLowerCase()) words.add(word);
  return [...words]
    .filter((word) => /^[a-z][a-z'-]+(?: [a-z'-]+){0,2}$/.test(word) && !UNFIT_WORDS.has(word))
    .sort()
    .flatMap((category) => {
      const senses = sensesOf(category, net, visible).filter(
        ({ file }) => file !== PERSON_FILE || NAMED_OTHERWISE.has(category) || isRole(category, net, people),
      );
      if (senses.length === 0 || !isAsked(category, senses, net, evidence)) return [];
      const kinds = kindsOf(category, senses, visible, net, namer, evidence);
      return kinds.length < FEWEST_KINDS ? [] : [{ category, kinds }];
    });
}

/** The meanings that can be seen and have kinds: the two commonest, or those that were picked by hand. */
function sensesOf(category: string, net: WordNet, visible: ReadonlySet<string>): readonly Synset[] {
  const picked = NAMED_OTHERWISE.get(category);
  if (picked) return picked.map((name) => synsetNamed(name, net));
  const seen = net
    .sensesOf(category)
    .filter(({ offset, words, below }) => visible.has(offset) && below.length > 0 && words.includes(category));
  const [first, second] = seen;
  if (first === undefined) return [];
  if (second === undefined) return [first];
  // A meaning that is rare beside the first is none that is asked about: a "cat" is also a vehicle that clears snow.
  const rare = 3 * net.tagCount(category, second.offset) < net.tagCount(category, first.offset);
  return rare ? [first] : [first, second];
}

/** Whether the name says first of all what a person does: "man" also means a serviceman, but not first. */
function isRole(category: string, net: WordNet, people: ReadonlySet<string>): boolean {
  const first = net.sensesOf(category).find(({ file, instance }) => file === PERSON_FILE && !instance);
  return first !== undefined && people.has(first.offset);
}

/** Whether the category's name is one that people use. */
function isAsked(category: string, senses: readonly Synset[], net: WordNet, evidence: Evidence): boolean {
  return (
    NAMED_OTHERWISE.has(category) ||
    senses.some(({ offset }) => net.tagCount(category, offset) > 0) ||
    evidence.answers(category) + evidence.questions(category) > 0 ||
    evidence.definitions(category) >= 3 ||
    evidence.inTables(category)
  );
}

interface Ranked {
  readonly word: string;
  readonly score: number;
  readonly known: boolean;
}

function kindsOf(
  category: string,
  senses: readonly Synset[],
  visible: ReadonlySet<string>,
  net: WordNet,
  namer: Namer,
  evidence: Evidence,
): readonly string[] {
  const best = new Map<string, Ranked>();
  const own = new Set(senses.flatMap(({ words }) => words.map((word) => word.toLowerCase())));
  own.add(category);
  const apart = below(
    (APART.get(category) ?? []).map((name) => synsetNamed(name, net)),
    net,
  );
  const unwanted = new Set(OUT_OF_PLACE.get(category));
  const favoured = FAVOURED.get(category) ?? [];
  const added = ADDED.get(category) ?? [];
  const bonus = (word: string) => {
    const place = favoured.indexOf(word);
    return place >= 0 ? FAVOUR - 0.1 * place : added.includes(word) ? 2 : 0;
  };
  senses.forEach((sense, place) => {
    for (const [offset, depth] of depthsBelow(sense, net)) {
      const synset = net.synsets.get(offset);
      if (!synset || !visible.has(offset) || apart.has(offset)) continue;
      const named = namer.nameOf(synset, favoured);
      if (named === undefined || own.has(named.word) || GENERIC.has(named.word) || unwanted.has(named.word)) continue;
      const about = evidence.answersAbout(category, named.word);
      const score =
        named.score +
        1.5 * Math.log1p(about * named.share) -
        0.12 * depth -
        (NAMED_OTHERWISE.has(category) ? 0 : 1.5 * place) +
        bonus(named.word);
      const ranked = { word: named.word, score, known: named.known || favoured.includes(named.word) };
      if (score > (best.get(named.word)?.score ?? -Infinity)) best.set(named.word, ranked);
    }
  });
  for (const word of added) {
    const score =
      0.7 * Math.log1p(evidence.answers(word)) + 1.5 * Math.log1p(evidence.answersAbout(category, word)) + bonus(word);
    if (!best.has(word)) best.set(word, { word, score, known: true });
  }
  const known = [...best.values()].filter((kind) => kind.known).sort(byScore);
  const further = [...best.values()].filter((kind) => !kind.known).sort(byScore);
  const ranked = withoutSynonyms([...known, ...further].map(({ word }) => word));
  const enough = Math.max(ENOUGH_KNOWN, known.length);
  return ranked.slice(0, Math.min(enough, MOST_KINDS));
}

/** Each meaning once, under its first name. */
function withoutSynonyms(words: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return words.filter((word) => {
    const meaning = canonicalAnswer(word);
    return seen.size !== seen.add(meaning).size;
  });
}

/** The synset "plural": what is marked with it is mostly said in the plural, as jeans are. */
const PLURAL = '06306016';

/** Worth as much as a few hundred answers: where a category was read by hand, that goes before all counts. */
const FAVOUR = 7;

const byScore = (a: Ranked, b: Ranked): number => b.score - a.score || (a.word < b.word ? -1 : 1);

function depthsBelow(root: Synset, net: WordNet): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  let ring: readonly string[] = root.below;
  for (let depth = 1; ring.length > 0; depth++) {
    const fresh = ring.filter((offset) => !depths.has(offset));
    for (const offset of fresh) depths.set(offset, depth);
    ring = fresh.flatMap((offset) => net.synsets.get(offset)?.below ?? []);
  }
  return depths;
}

interface Name {
  readonly word: string;
  readonly score: number;
  /** The part of the word's uses that has this meaning, 0 to 1. */
  readonly share: number;
  /** Whether anybody is known to say it. */
  readonly known: boolean;
}

/** Finds for a synset the word that people use for it. */
class Namer {
  readonly #net: WordNet;
  readonly #evidence: Evidence;
  readonly #names = new Map<string, Name | undefined>();

  constructor(net: WordNet, evidence: Evidence) {
    this.#net = net;
    this.#evidence = evidence;
  }

  /** The word that is favoured, if one of the synset's is, or else the commonest. */
  nameOf(synset: Synset, favoured: readonly string[]): Name | undefined {
    const wanted = favoured.find((word) => synset.words.some((own) => own.toLowerCase() === word));
    if (wanted !== undefined) return this.#weigh(wanted, wanted, synset, 0);
    if (!this.#names.has(synset.offset)) this.#names.set(synset.offset, this.#find(synset));
    return this.#names.get(synset.offset);
  }

  #find(synset: Synset): Name | undefined {
    if (isUnfit(synset, this.#net)) return undefined;
    const names = synset.words.flatMap((word, place) => {
      const plain = plainWord(word, synset, this.#net);
      return plain === undefined ? [] : [this.#weigh(plain, word, synset, place)];
    });
    return names.reduce<Name | undefined>((best, name) => (best && best.score >= name.score ? best : name), undefined);
  }

  /** Natural logarithms of counts, so that a tenfold count is worth the same everywhere; the weights were set by reading lists. */
  #weigh(word: string, spelled: string, synset: Synset, place: number): Name {
    const evidence = this.#evidence;
    const share = this.#share(word, synset);
    const tags = this.#net.tagCount(word, synset.offset);
    const answers = evidence.answers(word);
    const tabled = evidence.inTables(word);
    const known = (answers > 0 && share > 0.05) || tags > 0 || (tabled && share > 0.2);
    const score =
      1.0 * Math.log1p(answers * share) +
      0.5 * Math.log1p(tags) +
      0.35 * Math.log1p(evidence.definitions(word) * share) +
      0.12 * this.#plainness(word) +
      0.25 * Math.log1p(evidence.questions(word) * share) +
      (tabled ? 1.5 * share : 0) -
      0.3 * (word.split(' ').length - 1) -
      0.05 * Math.max(0, word.length - 10) -
      0.1 * place -
      (spelled === word ? 0 : 0.2);
    return { word, score, share, known };
  }

  /** "spider monkey" is made of words that are common themselves, "uakari" is not. */
  #plainness(word: string): number {
    const parts = word.split(' ');
    if (parts.length === 1) return 0;
    return parts.reduce((sum, part) => sum + Math.log1p(this.#evidence.definitions(part)), 0) / parts.length;
  }

  #share(word: string, synset: Synset): number {
    const senses = this.#net.sensesOf(word);
    const weights = senses.map(({ offset }, place) => this.#net.tagCount(word, offset) + 1 / (place + 1) ** 2);
    const sum = weights.reduce((total, weight) => total + weight, this.#net.otherTagCount(word));
    // "cleats" has a meaning of its own beside "cleat", and its counts are mostly the other's.
    const single = singularise(word);
    const isPlural = synset.usage.includes(PLURAL);
    if (single !== word && !isPlural && this.#net.sensesOf(single).length > 0) return 0.1;
    return (weights[senses.findIndex(({ offset }) => offset === synset.offset)] ?? 0) / sum;
  }
}
