import { Command, CommanderError, InvalidArgumentError } from 'commander';
import type { Glimpse } from '../glimpse.ts';
import { UserError } from '../user-error.ts';
import { type EvalOptions, evaluateFile } from './eval.ts';
import { readPicture } from './read-picture.ts';
import { showAnswer, showCaption, showRanking } from './show.ts';
import { showEvaluation } from './show-evaluation.ts';
import { withGlimpse } from './with-glimpse.ts';

interface Options {
  readonly json?: boolean;
  readonly model?: string;
}

/**
 * The command line, `glimpse ask | caption | rank | eval`. Prints nothing but the result on standard output.
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
  subcommand(glimpse, 'eval')
    .description('measure VQA accuracy on questions that people have answered')
    .argument(
      '<file>',
      'JSON Lines of {image, question, answers, choices?}; image is a path from the folder of this file',
    )
    .option('--limit <n>', 'ask only the first n questions', wholeNumber)
    .option('--answers <file>', 'write how each question was answered, as JSON Lines')
    .action(async (file: string, options: Options & EvalOptions) =>
      print(await evaluateFile(file, options), options, showEvaluation),
    );
  return glimpse;
}

function subcommand(glimpse: Command, name: string): Command {
  return glimpse
    .command(name)
    .option('--json', 'print one JSON object')
    .option('--model <id>', 'the checkpoint to use, in place of CLIP_MODEL');
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1.');
  return Number(text);
}

async function run<T>(
  image: string,
  options: Options,
  work: (glimpse: Glimpse, file: Uint8Array) => Promise<T>,
  show: (result: T) => string,
): Promise<void> {
  const file = await readPicture(image);
  const result = await withGlimpse(options.model, (glimpse) => work(glimpse, file));
  print(result, options, show);
}

function print<T>(result: T, { json }: Options, show: (result: T) => string): void {
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : show(result));
}
