import { oneLine } from './escape.ts';
import { GLIMPSE } from './limits.ts';
import { ToldError } from './told-error.ts';

/**
 * The texts of `/rank` or the choices of `/ask`, written with lines, semicolons or commas between them; each once, for
 * CLIP sees neither capitals nor spacing.
 * Throws a UserError (`texts-invalid`) for fewer than two or more than 25.
 */
export function splitTexts(option: string): readonly string[] {
  const distinct = new Map<string, string>();
  for (const part of option.split(/[\n;,]/)) {
    const text = oneLine(part, part.length);
    const key = text.toLowerCase();
    if (text !== '' && !distinct.has(key)) distinct.set(key, text);
  }
  const texts = [...distinct.values()];
  if (texts.length < 2) throw new ToldError('texts-invalid', ({ refusals }) => refusals.tooFewTexts);
  if (texts.length > GLIMPSE.textsCount) {
    throw new ToldError('texts-invalid', ({ refusals }) => refusals.tooManyTexts(texts.length, GLIMPSE.textsCount));
  }
  return texts;
}
