import { Command, CommanderError, InvalidArgumentError } from 'commander';
import type { Glimpse } from '../glimpse.ts';
import { UserError } from '../user-error.ts';
import { SCORING_STEPS, type ScoringStep } from '../vqa/scoring.ts';
import { type EvalOptions, evaluateFile } from './eval.ts';
import { Interrupted } from './interruption.ts';
import { matchFiles } from './match.ts';
import { addModels } from './models.ts';
import { proposalInJson, propose, proposeLines } from './propose.ts';
import { readLines } from './read-lines.ts';
import { readPicture } from './read-picture.ts';
import { showAnswer, showCaption, showMatch, showRanking } from './show.ts';
import { showEvaluation } from './show-evaluation.ts';
import { showProposal } from './show-proposal.ts';
import { splitChoices } from './split-choices.ts';
import { withGlimpse } from './with-glimpse.ts';
import { writeLines } from './write-lines.ts';

interface Options {
  readonly json?: boolean;
  readonly model?: string;
  readonly choices?: readonly string[];
}

/**
 * The command line, `glimpse ask | caption | rank | match | propose | eval | models`. Prints nothing but the result on standard
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

  subcommand(glimpse, 'ask')
    .description('answer a question about a picture')
    .argument('<image>', picture)
    .argument('<question>', 'in English, e.g. "what animal is this?"')
    .option('--choices <list>', CHOICES, splitChoices)
    .action((image: string, question: string, options: Options) =>
      run(image, options, (parts, file) => parts.ask(file, question, { choices: options.choices }), showAnswer),
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
  subcommand(glimpse, 'eval')
    .description('measure VQA accuracy on questions that people have answered')
    .argument(
      '<file>',
      'JSON Lines of {image, question, answers, choices?}; image is a path from the folder of this file',
    )
    .option('--limit <n>', 'ask only the first n questions', wholeNumber)
    .option(
      '--answers <file>',
      'keep how each question was answered, as JSON Lines, and go on from there the next time',
    )
    .option(
      '--without <steps>',
      `leave out steps of scoring, with commas between: ${SCORING_STEPS.join(', ')}`,
      stepsNamed,
    )
    .option('--report <file>', 'write a web page about it, with the worst misses: an .html file', webPage)
    .action(async (file: string, options: Options & EvalOptions) =>
      print(await evaluateFile(file, options), options, showEvaluation),
    );
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

function stepsNamed(text: string): readonly ScoringStep[] {
  return text.split(/[,\s]+/).map((name) => {
    const step = SCORING_STEPS.find((known) => known === name);
    if (!step) throw new InvalidArgumentError(`"${name}" is none of ${SCORING_STEPS.join(', ')}.`);
    return step;
  });
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1.');
  return Number(text);
}

/** A report takes the place of the last one; nothing else is to be lost to a slip of the hand. */
function webPage(file: string): string {
  if (!/\.html?$/i.test(file)) throw new InvalidArgumentError('It must end in .html.');
  return file;
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
