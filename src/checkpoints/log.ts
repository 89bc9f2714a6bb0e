/** Where checkpoints and CLIP's parts report to. A pino logger is one. */
export interface Log {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
}

/** Says nothing. */
export const SILENT: Log = { debug: () => {}, info: () => {}, warn: () => {} };
