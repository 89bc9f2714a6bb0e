import type { Answer, Family, ScoredCandidate } from '../answer.ts';
import { proposeAnswers } from '../vqa/propose-answers.ts';
import { isDeclined } from '../vqa/question-alone.ts';
import type { BenchmarkQuestion } from './benchmark.ts';
import { vqaAccuracy } from './vqa-accuracy.ts';

/** How a question of a benchmark was answered: a line of `glimpse eval --answers`. */
export interface JudgedAnswer {
  readonly image: string;
  readonly question: string;
  readonly answers: readonly string[];
  /** Where the question came with some. */
  readonly choices?: readonly string[] | undefined;
  readonly family: Family;
  /** Empty where Glimpse declines. */
  readonly answer: string;
  /** The chance that the answer is right, 0 to 1. */
  readonly confidence: number;
  readonly sure: boolean;
  /** Whether the picture looks like those that the checkpoint was trained on (`Answer.familiar`). */
  readonly familiar: boolean;
  /** Whether Glimpse declines: the question asks for what ranking can't tell, such as text, a reason or a name. */
  readonly declined: boolean;
  /** The VQA accuracy of the answer, 0 to 1; 0 where Glimpse declines. */
  readonly accuracy: number;
  /** The answer from the question alone; empty where Glimpse declines. */
  readonly blind: string;
  /** The VQA accuracy of the best of all answers that were considered, 0 to 1. */
  readonly oracle: number;
  /** The first five candidates, best first. */
  readonly ranked: readonly ScoredCandidate[];
}

/** The VQA accuracies, 0 to 1, that a question is counted with. All are 0 where Glimpse declines. */
export interface Accuracies {
  /** Of the answer, sure or not. */
  readonly accuracy: number;
  /** Of the answer that is given where the picture's evidence is taken away (`proposeAnswers`). */
  readonly blind: number;
  /** Of the best of all answers that were considered. */
  readonly oracle: number;
  /** Of the best of the first five candidates. */
  readonly top5: number;
}

const RANKED = 5;

/** Holds an answer against what people answered. */
export function judge(asked: BenchmarkQuestion, given: Answer): JudgedAnswer {
  const { answer, confidence, sure, family, familiar, candidates } = given;
  const { image, question, answers, choices } = asked;
  const declined = given.declined !== undefined || isDeclined(family);
  const proposed = declined ? [] : proposeAnswers(question, asked).candidates.map((candidate) => candidate.answer);
  const ranked = candidates.slice(0, RANKED);
  return {
    image,
    question,
    answers,
    ...(choices && { choices }),
    family,
    answer,
    confidence,
    sure,
    familiar,
    declined,
    accuracy: declined ? 0 : vqaAccuracy(answers)(answer),
    blind: proposed[0] ?? '',
    // What was weighed was considered, whatever the question alone proposes.
    oracle: declined ? 0 : bestOf([...proposed, ...candidates.map((candidate) => candidate.answer)], answers),
    ranked,
  };
}

/** What a question is counted with. */
export function accuraciesOf({ answers, declined, accuracy, blind, oracle, ranked }: JudgedAnswer): Accuracies {
  if (declined) return { accuracy: 0, blind: 0, oracle: 0, top5: 0 };
  return {
    accuracy,
    blind: vqaAccuracy(answers)(blind),
    oracle,
    top5: bestOf(
      ranked.map(({ answer }) => answer),
      answers,
    ),
  };
}

function bestOf(given: readonly string[], answers: readonly string[]): number {
  const accuracyOf = vqaAccuracy(answers);
  return given.reduce((best, one) => Math.max(best, accuracyOf(one)), 0);
}
