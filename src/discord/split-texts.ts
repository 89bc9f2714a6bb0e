import { oneLine } from './escape.ts';
import { GLIMPSE } from './limits.ts';
import { ToldError } from './told-error.ts';

/** What may stand between texts, the strongest first, in Chinese and Japanese writing too. */
const SEPARATORS = [/\n/, /[;；]/, /[,，、]/];

/**
 * The texts of `/rank` or the choices of `/ask`, written with lines, semicolons or commas between them: the strongest
 * that there is, so that "a big, red ball; a small ball" are two. Each once, for CLIP sees neither capitals nor spacing.
 * Throws a UserError (`texts-invalid`) for fewer than two or more than 25.
 */
export function splitTexts(option: string): readonly string[] {
  const distinct = new Map<string, string>();
  const separator = SEPARATORS.find((candidate) => candidate.test(option)) ?? /\n/;
  for (const part of option.split(separator)) {
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
