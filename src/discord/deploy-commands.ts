import { parseArgs } from 'node:util';
import { COMMANDS } from '../../commands/index.ts';
import { loadConfig } from '../config.ts';
import { loggedError } from '../redact.ts';
import { UserError } from '../user-error.ts';
import { registerCommands } from './register-commands.ts';

const USAGE = 'Usage: npm run deploy-commands -- [--dry-run] [--clear]';

/** What was asked for on the command line, or undefined where that can't be understood. */
function readArguments() {
  try {
    return parseArgs({ options: { 'dry-run': { type: 'boolean' }, clear: { type: 'boolean' } } }).values;
  } catch {
    return undefined;
  }
}

/**
 * `npm run deploy-commands`: registers the commands and prints a line for each that has changed. With `--dry-run`, says
 * only what would change; with `--clear`, takes all away. Says in a sentence why not and exits 1, or 2 where it is
 * used wrongly.
 */
async function main(): Promise<void> {
  const asked = readArguments();
  if (!asked) {
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  try {
    await registerCommands(COMMANDS, loadConfig(), {
      dryRun: asked['dry-run'] ?? false,
      clear: asked.clear ?? false,
      say: (line) => process.stdout.write(`${line}\n`),
    });
  } catch (error) {
    const sentence =
      error instanceof UserError ? error.message : `Discord refused the commands: ${loggedError(error).message}`;
    process.stderr.write(`${sentence}\n`);
    process.exitCode = 1;
  }
}

await main();
