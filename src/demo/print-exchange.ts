import { styleText } from 'node:util';
import type { Exchange } from './exchange.ts';

const NAME_WIDTH = 9;

/** An exchange as a chat in the terminal: who, the picture, the question, the reply, how long it took. */
export function printExchange({ who, picture, asked, reply, milliseconds }: Exchange, colours: boolean): string {
  const paint: typeof styleText = (format, text) => (colours ? styleText(format, text) : text);
  const rows = [
    [paint('cyan', who.padEnd(NAME_WIDTH)), paint('dim', `[${picture}]`)],
    ['', asked],
    [paint('magenta', 'Glimpse'.padEnd(NAME_WIDTH)), ...replyLines(reply, paint)],
    ['', paint('dim', `${milliseconds} ms`)],
  ];
  const indent = ' '.repeat(NAME_WIDTH);
  return `${rows.map(([name, ...lines]) => `${name || indent}${lines.join(`\n${indent}`)}`).join('\n')}\n`;
}

/** Discord's Markdown as far as Glimpse writes it: bold, small print, quotes and code blocks. */
function replyLines(reply: string, paint: typeof styleText): string[] {
  return reply
    .split('\n')
    .filter((line) => line !== '```')
    .map((line) => (line.startsWith('-# ') ? paint('dim', line.slice(3)) : line))
    .map((line) => line.replace(/\*\*(.+?)\*\*/g, (_, words: string) => paint('bold', words)));
}
