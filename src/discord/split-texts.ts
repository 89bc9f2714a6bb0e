import { UserError } from '../user-error.ts';
import { GLIMPSE } from './limits.ts';

/**
 * The texts of `/rank`, written with lines, semicolons or commas between them; each once.
 * Throws a UserError (`texts-invalid`) for fewer than two or more than 25.
 */
export function splitTexts(option: string): readonly string[] {
  const texts = [...new Set(option.split(/[\n;,]/).map((text) => text.trim()))].filter((text) => text !== '');
  if (texts.length < 2) {
    throw new UserError(
      'texts-invalid',
      'Please give me at least two texts to compare, with commas between them: `a cat, a dog, a fox`.',
    );
  }
  if (texts.length > GLIMPSE.textsCount) {
    throw new UserError(
      'texts-invalid',
      `Those are ${texts.length} texts. I can compare up to ${GLIMPSE.textsCount} at once; please leave some out.`,
    );
  }
  return texts;
}
