import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { conversationPage } from './conversation-page.ts';
import type { Exchange } from './exchange.ts';
import { printExchange } from './print-exchange.ts';
import { runDemo } from './run-demo.ts';

/** `npm run demo`: prints the conversation; `-- --page FILE` also writes it as a web page. Exits 1 where a reply does not come. */
async function main(): Promise<void> {
  const { page } = parseArgs({ options: { page: { type: 'string' } } }).values;
  process.stdout.write(
    'A Discord on this machine, the real bot in it, and four people with pictures. No other host is contacted.\n\n',
  );
  const exchanges: Exchange[] = [];
  for await (const exchange of runDemo()) {
    process.stdout.write(`${printExchange(exchange, process.stdout.isTTY)}\n`);
    exchanges.push(exchange);
  }
  process.stdout.write(`All ${exchanges.length} were answered. README.md: how to add the bot to your server.\n`);
  if (page) await writeFile(page, await conversationPage(exchanges));
}

try {
  await main();
} catch (error) {
  process.stderr.write(`The demo failed: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
