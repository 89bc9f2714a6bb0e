import { readFile } from 'node:fs/promises';
import type { TokenisedCaption } from '../../../src/evaluation/captions/bleu.ts';
import { captionTokens } from '../../../src/evaluation/captions/caption-tokens.ts';

/** Captions with their references and the scores that others publish for them. */
export interface PublishedScores {
  readonly examples: readonly {
    readonly captions: readonly string[];
    readonly references: readonly (readonly string[])[];
    /** BLEU-1 to BLEU-4. */
    readonly bleu: readonly number[];
    readonly ciderD: number;
  }[];
}

/** The same, computed by expected_scores.py for the pictures in this folder. */
export interface ExpectedScores {
  readonly candidates: readonly string[];
  readonly references: readonly (readonly string[])[];
  readonly bleu: readonly number[];
  /** Of each picture. */
  readonly ciderD: readonly number[];
}

export async function publishedScores(): Promise<PublishedScores> {
  return JSON.parse(await contentOf('published-scores.json'));
}

export async function expectedScores(): Promise<ExpectedScores> {
  const references = (await linesOf('captions.jsonl')).map((line) => line.captions.slice(0, 4));
  const [{ bleu }, ...each] = await linesOf('expected-scores.jsonl');
  return {
    references,
    bleu,
    candidates: each.map(({ candidate }) => candidate),
    ciderD: each.map(({ ciderD }) => ciderD),
  };
}

const linesOf = async (name: string) =>
  (await contentOf(name))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

export function tokenise(
  captions: readonly string[],
  references: readonly (readonly string[])[],
): readonly TokenisedCaption[] {
  return captions.map((caption, at) => ({
    caption: captionTokens(caption),
    references: (references[at] ?? []).map(captionTokens),
  }));
}

const contentOf = (name: string) => readFile(new URL(name, import.meta.url), 'utf8');
