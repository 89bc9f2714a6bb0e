import { type Command, InvalidArgumentError, Option } from 'commander';
import { CAPTION_STYLES } from '../answer.ts';
import { CAPTIONING_STEPS } from '../captions/captioning.ts';
import { SCORING_STEPS } from '../vqa/scoring.ts';
import { type EvalOptions, evaluateFile } from './eval.ts';
import { type EvalCaptionsOptions, evaluateCaptions } from './eval-captions.ts';
import { showCaptionEvaluation } from './show-caption-evaluation.ts';
import { showEvaluation } from './show-evaluation.ts';

/** What only questions take, and what only captions do. */
const OF_QUESTIONS = ['answers', 'report'] as const;
const OF_CAPTIONS = ['style', 'bank', 'list'] as const;

type Options = Omit<EvalOptions & EvalCaptionsOptions, 'without'> & {
  readonly json?: boolean;
  readonly captions?: string;
  readonly without?: readonly string[];
};

/** How a result is printed: as JSON, or as `show` has it. */
export type Print = <T>(result: T, options: { readonly json?: boolean }, show: (result: T) => string) => void;

/** Makes `command`, which has `--json` and `--model`, into `glimpse eval FILE` and `glimpse eval --captions FILE`. */
export function addEvaluation(command: Command, print: Print): void {
  command
    .description('measure VQA accuracy on questions that people have answered, or captions by those that people wrote')
    .argument(
      '[file]',
      'JSON Lines of {image, question, answers, choices?}; image is a path from the folder of this file',
    )
    .option('--captions <file>', 'caption the pictures of JSON Lines of {image, captions, scene?} instead')
    .option('--limit <n>', 'only the first n questions or pictures', wholeNumber)
    .option(
      '--answers <file>',
      'keep how each question was answered, as JSON Lines, and go on from there the next time',
    )
    .option(
      '--without <steps>',
      `leave out steps, with commas between: of scoring ${SCORING_STEPS.join(', ')}; of captions ${CAPTIONING_STEPS.join(', ')}`,
      (text: string) => text.split(/[,\s]+/),
    )
    .option('--report <file>', 'write a web page about it, with the worst misses: an .html file', webPage)
    .addOption(new Option('--style <style>', 'of captions').choices(CAPTION_STYLES.filter((style) => style !== 'tags')))
    .option('--bank <file>', 'of captions: print beside them what the best-fitting of its lines score')
    .option('--list <file>', 'of captions: write each with what is right about it, as JSON Lines')
    .addHelpText('after', JSON_OF_CAPTIONS)
    .action(async (file: string | undefined, options: Options) => {
      const { captions } = options;
      if ((file === undefined) === (captions === undefined))
        misuse(command, 'give either a file of questions or --captions');
      const foreign = (captions === undefined ? OF_CAPTIONS : OF_QUESTIONS).find((name) => options[name] !== undefined);
      if (foreign) misuse(command, `--${foreign} is for ${captions === undefined ? 'captions' : 'questions'}`);
      if (captions !== undefined) {
        const without = stepsNamed(command, options.without, CAPTIONING_STEPS);
        print(await evaluateCaptions(captions, { ...options, without }), options, showCaptionEvaluation);
      } else if (file !== undefined) {
        const without = stepsNamed(command, options.without, SCORING_STEPS);
        print(await evaluateFile(file, { ...options, without }), options, showEvaluation);
      }
    });
}

const JSON_OF_CAPTIONS = `
The JSON of --captions, in percent but for counts, characters and times:
  {model, n, bleu4, ciderD, unfamiliar, characters,
   accuracy: {subject | number | colour | place | activity | several: {n, ofAll, nSaid, ofSaid}},
   slots: {subject | number | colour | place | activity: {said, right, shown, precision, recall, f1}},
   nearest?: {bank, bleu4, ciderD, times}}
docs/caption-evaluation.md says what is counted, and how the lines of the file are read.`;

function stepsNamed<Step extends string>(
  command: Command,
  names: readonly string[] = [],
  steps: readonly Step[],
): readonly Step[] {
  return names.map((name) => {
    const step = steps.find((known) => known === name);
    return step ?? misuse(command, `--without "${name}" is none of ${steps.join(', ')}`);
  });
}

function misuse(command: Command, why: string): never {
  return command.error(`error: ${why}`, { exitCode: 2 });
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
