import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { singularise } from '../../src/vqa/grammar.ts';
import type { WordNet } from './wordnet.ts';

/** How common words are, by what people answer, by WordNet's definitions, and by Glimpse's own tables. */
export interface Evidence {
  /** How many answers were this word, in either number. */
  answers(word: string): number;
  /** How many answers were exactly this. */
  answersSpelled(answer: string): number;
  /** How many answers were this word where the question asked which of the category: "what kind of dog", "what animal is". */
  answersAbout(category: string, word: string): number;
  /** How many questions name the word. */
  questions(word: string): number;
  /** How many of WordNet's definitions use the word. */
  definitions(word: string): number;
  /** Whether one of Glimpse's tables holds the word. */
  inTables(word: string): boolean;
}

/** Counts the words of a VQA file (`{question, answers}` lines, gzip), of WordNet's glosses and of the tables. */
export function gatherEvidence(vqaFile: string, net: WordNet, tables: Iterable<string>): Evidence {
  const answers = new Map<string, number>();
  const spelled = new Map<string, number>();
  const about = new Map<string, number>();
  const questions = new Map<string, number>();
  const single = cached(singularise);
  for (const line of gunzipSync(readFileSync(vqaFile)).toString('utf8').split('\n')) {
    if (line === '') continue;
    const row = JSON.parse(line) as { readonly question: string; readonly answers: readonly string[] };
    for (const word of new Set(wordsAndPairs(row.question, single))) add(questions, word);
    const named = categoriesAsked(row.question, single);
    for (const answer of row.answers) {
      const text = answer.toLowerCase().trim();
      const word = single(text.replace(/^(?:a|an|the) /, ''));
      add(spelled, text);
      add(answers, word);
      for (const category of named) add(about, `${category}\t${word}`);
    }
  }
  const definitions = new Map<string, number>();
  for (const { gloss } of net.synsets.values())
    for (const word of new Set(wordsAndPairs(gloss, single))) add(definitions, word);
  const known = new Set([...tables].map(single));
  return {
    answers: (word) => answers.get(single(word)) ?? 0,
    answersSpelled: (answer) => spelled.get(answer) ?? 0,
    answersAbout: (category, word) => about.get(`${category}\t${single(word)}`) ?? 0,
    questions: (word) => questions.get(single(word)) ?? 0,
    definitions: (word) => definitions.get(single(word)) ?? 0,
    inTables: (word) => known.has(single(word)),
  };
}

/** The nouns, and pairs of words, of which a question may ask what kind they are. */
function categoriesAsked(question: string, single: (word: string) => string): ReadonlySet<string> {
  const asked = question
    .toLowerCase()
    .match(
      /^(?:what|which) (?:(?:kind|type|sort|breed|style|variety|brand|make|species)s? of )?([a-z]+(?: [a-z]+)?(?: [a-z]+)?)/,
    )?.[1];
  return new Set(asked === undefined || /^(?:colou?r|is|are) /.test(asked) ? [] : wordsAndPairs(asked, single));
}

function wordsAndPairs(text: string, single: (word: string) => string): readonly string[] {
  const words = (text.toLowerCase().match(/[a-z][a-z'-]*/g) ?? []).map(single);
  return [...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)];
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function cached(change: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const found = known.get(word) ?? change(word);
    known.set(word, found);
    return found;
  };
}
