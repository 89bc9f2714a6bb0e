import { type DestinationStream, destination, type Logger, pino } from 'pino';
import type { Config } from './config.ts';
import { loggedError } from './redact.ts';

/** The program's log: JSON lines on standard error, errors redacted. Log an error as `log.error({ err }, 'what failed')`. */
export function createLog(level: Config['logLevel'], to: DestinationStream = destination(2)): Logger {
  return pino({ level, base: null, serializers: { err: (error: unknown) => loggedError(error) } }, to);
}
