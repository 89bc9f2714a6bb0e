/**
 * Whether an encoder has read every word of a phrase. The embedding of a word that it never read means nothing, and may fit any
 * picture. Without a list of what it has read, all is taken to be known.
 */
export function isReadable(phrase: string, words: ReadonlySet<string> | undefined): boolean {
  if (!words) return true;
  const said = phrase.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return said.every((word) => words.has(word));
}
