/**
 * Somebody else's words on one line of a message, so that they can neither format, link, ping nor break out.
 * discord.js's `escapeMarkdown` skips whatever looks like an address and folds code blocks, so every character with a
 * meaning gets its backslash here. `most` caps the text before the backslashes.
 *
 * @example inMarkdown('[free](http://x.com) **now**', 50) // '\\[free\\](http\\://x.com) \\*\\*now\\*\\*'
 */
export function inMarkdown(text: string, most: number): string {
  return (
    oneLine(text, most)
      .replace(/[\\*_~`|<[\]@]/g, '\\$&')
      .replace(/:(?=\/)/g, '\\:')
      // Discord makes a card of an invitation to a server, with or without https.
      .replace(/\.(?=(?:gg|com\/invite)\/)/gi, '\\.')
      .replace(/^[-+#>]/, '\\$&')
      .replace(/^(\d+)\./, '$1\\.')
  );
}

/**
 * Somebody else's words on one line of a code block inside a spoiler. A backslash does nothing there, so the two
 * characters that could end either are replaced by ones that look alike.
 */
export function inCodeBlock(text: string, most: number): string {
  return oneLine(text, most).replaceAll('`', "'").replaceAll('|', '¦');
}

/**
 * The text without control, bidirectional and other invisible characters, white space folded, no more than three marks
 * on a letter (more would reach into the lines around it), at most `most` UTF-16 units long; a cut ends in `…` and
 * never splits a surrogate pair. The joiner inside emoji is kept.
 */
export function oneLine(text: string, most: number): string {
  const plain = text
    .replace(/[\s\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/(?!\u200d)[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .trim();
  if (plain.length <= most) return plain;
  return `${plain.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
