import { Command, CommanderError, Option } from 'commander';
import { CAPTION_STYLES, type CaptionOptions } from '../answer.ts';
import type { Glimpse } from '../glimpse.ts';
import { UserError } from '../user-error.ts';
import { addChartOptions, type ChartOptions, withChart } from './chart-option.ts';
import { addEvaluation } from './eval-command.ts';
import { Interrupted } from './interruption.ts';
import { matchFiles } from './match.ts';
import { addModels } from './models.ts';
import { proposalInJson, propose, proposeLines } from './propose.ts';
import { readLines } from './read-lines.ts';
import { readPicture } from './read-picture.ts';
import { showAnswer, showCaption, showMatch, showRanking } from './show.ts';
import { showProposal } from './show-proposal.ts';
import { splitChoices } from './split-choices.ts';
import { addWhere } from './where.ts';
import { withGlimpse } from './with-glimpse.ts';
import { writeLines } from './write-lines.ts';

interface Options {
  readonly json?: boolean;
  readonly model?: string;
  readonly choices?: readonly string[];
}

/**
 * The command line, `glimpse ask | caption | rank | match | where | propose | eval | models`. Prints nothing but the result on standard
 * output. Returns the exit status: 0, 1 after a failure (one sentence on standard error), 2 for wrong usage, and of
 * an `eval` that was stopped 130 (Ctrl-C) or 143 (SIGTERM).
 */
export async function main(args: readonly string[]): Promise<number> {
  try {
    await program().parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof UserError || error instanceof Interrupted)) throw error;
    process.stderr.write(`glimpse: ${error.message}\n`);
    return error instanceof Interrupted ? error.status : 1;
  }
}

function program(): Command {
  const glimpse = new Command('glimpse')
    .description('Answers questions about pictures, on your own machine.')
    .exitOverride()
    .showHelpAfterError('Try glimpse --help.');
  const picture = 'a PNG, JPEG, WebP or GIF: a file, an http(s) address, or - for standard input';

  addChartOptions(subcommand(glimpse, 'ask'))
    .description('answer a question about a picture')
    .argument('<image>', picture)
    .argument('<question>', 'in English, e.g. "what animal is this?"')
    .option('--choices <list>', CHOICES, splitChoices)
    .action((image: string, question: string, options: Options & ChartOptions) => {
      const { choices } = options;
      const ask = (parts: Glimpse, file: Uint8Array) =>
        withChart(options, () => parts.ask(file, question, { choices }));
      return run(image, options, ask, showAnswer);
    });
  subcommand(glimpse, 'caption')
    .description('describe a picture in a sentence')
    .argument('<image>', picture)
    .addOption(new Option('--style <style>', 'how it is written').choices(CAPTION_STYLES).default('short'))
    .action((image: string, options: Options & CaptionOptions) =>
      run(image, options, (parts, file) => parts.caption(file, { style: options.style }), showCaption),
    );
  subcommand(glimpse, 'rank')
    .description('rank texts by how well they fit a picture')
    .argument('<image>', picture)
    .argument('<text...>', '1 to 25 texts')
    .action((image: string, texts: string[], options: Options) =>
      run(image, options, (parts, file) => parts.rank(file, texts), showRanking),
    );
  subcommand(glimpse, 'match')
    .description('rank pictures by how well they fit a text')
    .argument('<text>', 'e.g. "a dog on a beach"')
    .argument('<image...>', `1 to 10 pictures, each ${picture}`)
    .action(async (text: string, images: string[], options: Options, command: Command) => {
      if (images.filter((image) => image === '-').length > 1)
        command.error('error: standard input holds one picture: give - only once', { exitCode: 2 });
      print(await matchFiles(text, images, options.model), options, showMatch);
    });
  glimpse
    .command('propose')
    .description('say which answers a question leads to, without any picture')
    .argument('[question]', 'in English, e.g. "what animal is this?"')
    .option('--choices <list>', CHOICES, splitChoices)
    .option('--json', 'print one JSON object')
    .option('--jsonl', 'read lines of {question, choices?} on standard input, and answer each with a line of JSON')
    .action(async (question: string | undefined, options: Options & { readonly jsonl?: boolean }, command: Command) => {
      if ((question === undefined) !== (options.jsonl === true))
        command.error('error: give either a question or --jsonl', { exitCode: 2 });
      if (question === undefined) await writeLines(proposeLines(readLines(process.stdin)), process.stdout);
      else print(propose(question, { choices: options.choices }), options, showProposal, proposalInJson);
    });
  addWhere(subcommand(glimpse, 'where'), picture);
  addEvaluation(subcommand(glimpse, 'eval'), print);
  addModels(glimpse);
  return glimpse;
}

const CHOICES = 'the only answers to weigh, with commas between: "a cat, a dog, a fox"';

function subcommand(glimpse: Command, name: string): Command {
  return glimpse
    .command(name)
    .option('--json', 'print one JSON object')
    .option(
      '--model <id>',
      'the model to use, in place of CLIP_MODEL: what glimpse models list shows, a folder, or owner/name',
    );
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

function print<T>(
  result: T,
  { json }: Options,
  show: (result: T) => string,
  inJson: (result: T) => string = JSON.stringify,
): void {
  process.stdout.write(json ? `${inJson(result)}\n` : show(result));
}
