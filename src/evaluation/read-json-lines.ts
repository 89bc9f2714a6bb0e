import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { UserError } from '../user-error.ts';

/** How the lines of a benchmark are read. */
export interface JsonLinesOptions<Schema extends z.ZodType> {
  readonly schema: Schema;
  /** A line as it should be, for messages. */
  readonly form: string;
  /** What each line is about, for messages: "question". */
  readonly each: string;
  /** Only so many lines; all by default. */
  readonly limit?: number | undefined;
}

/**
 * Reads JSON Lines, empty lines left out, each with its place for messages: "questions.jsonl, line 3".
 * Throws a UserError `benchmark-invalid` where the file can't be read, holds no line, or has one that the schema does not take.
 */
export async function readJsonLines<Schema extends z.ZodType>(
  file: string,
  { schema, form, each, limit = Number.POSITIVE_INFINITY }: JsonLinesOptions<Schema>,
): Promise<{ readonly place: string; readonly value: z.output<Schema> }[]> {
  const content = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === 'ENOENT' ? 'There is no such file' : `It can't be read (${cause.code})`;
    throw invalid(`${why}: ${file}. Name a file with a line like ${form} for each ${each}.`, cause);
  });
  const lines = content
    .split('\n')
    .map((json, at) => ({ json, place: `${file}, line ${at + 1}` }))
    .filter(({ json }) => json.trim() !== '')
    .slice(0, limit);
  if (lines.length === 0) throw invalid(`${file} is empty. Write a line like ${form} for each ${each}.`);
  return lines.map(({ json, place }) => {
    const parsed = schema.safeParse(parseJson(json, place, form));
    if (parsed.success) return { place, value: parsed.data };
    const issue = parsed.error.issues[0];
    const field = issue?.path[0] === undefined ? 'the line' : String(issue.path[0]);
    throw invalid(`${place}: ${field} ${issue?.message}. Write it like ${form}.`);
  });
}

/** A text that is not blank. */
export const text = (error: string) => z.string({ error }).regex(/\S/, error);

/** 1 to 10 texts, as people gave them. */
export function someTexts(what: string) {
  const howMany = `must be a list of 1 to 10 ${what}`;
  return z.array(text('must be a list of texts'), { error: howMany }).min(1, howMany).max(10, howMany);
}

function parseJson(json: string, place: string, form: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw invalid(`${place} is not JSON. Write it like ${form}.`, cause);
  }
}

const invalid = (message: string, cause?: unknown) => new UserError('benchmark-invalid', message, { cause });
