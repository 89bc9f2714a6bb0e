import { styleText } from 'node:util';
import type { Exchange } from './exchange.ts';

const NAME_WIDTH = 9;

/** An exchange as a chat in the terminal: who, the picture, the question, the reply, how long it took. */
export function printExchange(exchange: Exchange, colours: boolean): string {
  const { who, pictures, asked, reply, buttons, hidden, milliseconds } = exchange;
  const paint: typeof styleText = (format, text) => (colours ? styleText(format, text) : text);
  const rows = [
    [paint('cyan', who.padEnd(NAME_WIDTH)), ...pictures.map((picture) => paint('dim', `[${picture}]`)), asked],
    [paint('magenta', 'Glimpse'.padEnd(NAME_WIDTH)), ...replyLines(reply, paint)],
    [
      '',
      paint(
        'dim',
        [
          `${milliseconds} ms`,
          ...(hidden ? [`only ${who} sees this`] : []),
          ...buttons.map((label) => `(${label})`),
        ].join(' · '),
      ),
    ],
  ];
  const indent = ' '.repeat(NAME_WIDTH);
  return `${rows.map(([name, ...lines]) => `${name || indent}${lines.join(`\n${indent}`)}`).join('\n')}\n`;
}

/** Discord's Markdown as far as Glimpse writes it: bold, links, small print, quotes and code blocks. */
function replyLines(reply: string, paint: typeof styleText): string[] {
  return reply
    .split('\n')
    .filter((line) => line !== '```')
    .map((line) => line.replace(/\[([^\]]+)\]\(https?:[^)]*\)/g, '$1'))
    .map((line) => (line.startsWith('-# ') ? paint('dim', line.slice(3)) : line))
    .map((line) => line.replace(/\*\*(.+?)\*\*/g, (_, words: string) => paint('bold', words)));
}
