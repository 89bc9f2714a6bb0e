import { loadConfig } from '../config.ts';
import { loggedError } from '../redact.ts';
import { UserError } from '../user-error.ts';
import { makeInvitation } from './invite.ts';

/**
 * `npm run invite`: prints the link that adds the bot to a server and the one that installs it for a person, and on
 * standard error what is amiss in the developer portal. Says in a sentence why not and exits 1.
 */
try {
  const { toServer, forOneself, warnings } = await makeInvitation(loadConfig());
  process.stdout.write(`To add the bot to a server, as somebody who may manage it:\n${toServer}\n\n`);
  process.stdout.write(`To have its commands everywhere, for yourself alone:\n${forOneself}\n`);
  for (const warning of warnings) process.stderr.write(`\n${warning}\n`);
} catch (error) {
  const sentence =
    error instanceof UserError ? error.message : `Discord refused to say who the bot is: ${loggedError(error).message}`;
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
