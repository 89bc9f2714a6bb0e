import { COMMANDS } from '../../commands/index.ts';
import { loadConfig } from '../config.ts';
import { loggedError } from '../redact.ts';
import { UserError } from '../user-error.ts';
import { registerCommands } from './register-commands.ts';

/** `npm run deploy-commands`: registers the commands, says so in a line, or says in a sentence why not and exits 1. */
try {
  process.stdout.write(`${await registerCommands(COMMANDS, loadConfig())}\n`);
} catch (error) {
  const sentence =
    error instanceof UserError ? error.message : `Discord refused the commands: ${loggedError(error).message}`;
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
