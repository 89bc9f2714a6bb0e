import { forkAhead } from './clip/vision-child.ts';

// Forked before the bot's own code is even read: the vision process takes longest to load, and has a core of its own where there are two.
const startVision = forkAhead();
const { runBot } = await import('./run-bot.ts');
process.exit(await runBot(startVision));
