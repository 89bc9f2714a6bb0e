import { createInterface } from 'node:readline/promises';
import type { CatalogueEntry } from '../../models/catalogue.ts';
import { UserError } from '../user-error.ts';

/** A terminal that a person can be asked on; undefined where nobody is there to answer. */
export type Ask = ((question: string) => Promise<string>) | undefined;

/** Asks on the terminal that the program runs in, if it runs in one. */
export function terminalAsk(): Ask {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  return async (question) => {
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    try {
      return await terminal.question(question);
    } finally {
      terminal.close();
    }
  };
}

/**
 * Shows a checkpoint's terms, where it has some, and makes sure that the person agrees: beforehand, or with a typed yes.
 * Throws a UserError (`model-unavailable`) where they don't.
 */
export async function agreeToTerms(
  { id, terms }: Pick<CatalogueEntry, 'id' | 'terms'>,
  { agreed, ask, show }: { readonly agreed: boolean; readonly ask: Ask; readonly show: (text: string) => void },
): Promise<void> {
  if (terms === undefined) return;
  show(`${id}: ${terms}\n`);
  if (agreed) return;
  const refusal = `${id} was not fetched, for its licence was not accepted.`;
  if (!ask) throw new UserError('model-unavailable', `${refusal} If you agree to it, add --accept-licence.`);
  const answer = await ask('Do you agree to it? Type yes to go on: ');
  if (answer.trim().toLowerCase() !== 'yes') throw new UserError('model-unavailable', refusal);
}
