import { shortenedText, type TextStyle, textWidth } from './picture-text.ts';

/** A text in lines of at most `width` pixels, cut between words; the last of `most` lines ends in an ellipsis where there is more. */
export function wrappedText(text: string, width: number, most: number, style: TextStyle): readonly string[] {
  const words = text.trim().split(/\s+/);
  const lines: string[] = [];
  let line = '';
  for (const [at, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || textWidth(longer, style) <= width) {
      line = longer;
      continue;
    }
    if (lines.length === most - 1) return [...lines, shortenedText([line, ...words.slice(at)].join(' '), width, style)];
    lines.push(shortenedText(line, width, style));
    line = word;
  }
  return [...lines, shortenedText(line, width, style)];
}
