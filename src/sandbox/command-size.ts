/**
 * How long a command is, in characters: its name, its description and those of all its options, and its choices' names and
 * values; of what has translations, the longest counts ("Slash Commands").
 */
export function commandCharacters(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 0;
  const {
    name,
    name_localizations,
    description: words,
    description_localizations,
    value,
    options,
    choices,
  } = part as Record<string, unknown>;
  const own = longest(name, name_localizations) + longest(words, description_localizations) + longest(value, {});
  const inner = [options, choices].flatMap((list) => (Array.isArray(list) ? list : []));
  return inner.reduce<number>((sum, each) => sum + commandCharacters(each), own);
}

function longest(text: unknown, translations: unknown): number {
  const texts = [text, ...Object.values(translations ?? {})];
  return Math.max(...texts.map((each) => (typeof each === 'string' ? each.length : 0)));
}
