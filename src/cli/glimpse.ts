import { Command, CommanderError } from 'commander';
import type { Log } from '../clip/log.ts';
import { type Config, loadConfig } from '../config.ts';
import { withDownloadBar } from '../download-bar.ts';
import type { Glimpse } from '../glimpse.ts';
import { openGlimpse } from '../open-glimpse.ts';
import { UserError } from '../user-error.ts';
import { readPicture } from './read-picture.ts';
import { showAnswer, showCaption, showRanking } from './show.ts';

interface Options {
  readonly json?: boolean;
  readonly model?: string;
}

/**
 * The command line, `glimpse ask | caption | rank`. Prints nothing but the result on standard output.
 * Returns the exit status: 0, 1 after a failure (one sentence on standard error), 2 for wrong usage.
 */
export async function main(args: readonly string[]): Promise<number> {
  try {
    await program().parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`glimpse: ${error.message}\n`);
    return 1;
  }
}

function program(): Command {
  const glimpse = new Command('glimpse')
    .description('Answers questions about pictures, on your own machine.')
    .exitOverride()
    .showHelpAfterError('Try glimpse --help.');
  const picture = 'a PNG, JPEG, WebP or GIF: a file, an http(s) address, or - for standard input';

  subcommand(glimpse, 'ask')
    .description('answer a question about a picture')
    .argument('<image>', picture)
    .argument('<question>', 'in English, e.g. "what animal is this?"')
    .action((image: string, question: string, options: Options) =>
      run(image, options, (parts, file) => parts.ask(file, question), showAnswer),
    );
  subcommand(glimpse, 'caption')
    .description('describe a picture in a sentence')
    .argument('<image>', picture)
    .action((image: string, options: Options) =>
      run(image, options, (parts, file) => parts.caption(file), showCaption),
    );
  subcommand(glimpse, 'rank')
    .description('rank texts by how well they fit a picture')
    .argument('<image>', picture)
    .argument('<text...>', '1 to 25 texts')
    .action((image: string, texts: string[], options: Options) =>
      run(image, options, (parts, file) => parts.rank(file, texts), showRanking),
    );
  return glimpse;
}

function subcommand(glimpse: Command, name: string): Command {
  return glimpse
    .command(name)
    .option('--json', 'print one JSON object')
    .option('--model <id>', 'the checkpoint to use, in place of CLIP_MODEL');
}

/** Standard output is for the result alone. */
const WARNINGS: Log = { debug: () => {}, info: () => {}, warn: (line) => void process.stderr.write(`${line}\n`) };

async function run<T>(
  image: string,
  options: Options,
  work: (glimpse: Glimpse, file: Uint8Array) => Promise<T>,
  show: (result: T) => string,
): Promise<void> {
  const settings = loadConfig();
  const config: Config = options.model ? { ...settings, clipModel: options.model } : settings;
  const file = await readPicture(image);
  const glimpse = await withDownloadBar((onProgress) => openGlimpse(config, { onProgress, log: WARNINGS }));
  try {
    const result = await work(glimpse, file);
    process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : show(result));
  } finally {
    await glimpse.close();
  }
}
