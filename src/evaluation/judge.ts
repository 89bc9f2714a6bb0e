import type { Answer, Family, ScoredCandidate } from '../answer.ts';
import { proposeAnswers } from '../vqa/propose-answers.ts';
import type { BenchmarkQuestion } from './benchmark.ts';
import { vqaAccuracy } from './vqa-accuracy.ts';

/** How a question of a benchmark was answered: a line of `glimpse eval --answers`, to the letter. */
export interface JudgedAnswer {
  readonly image: string;
  readonly question: string;
  readonly answers: readonly string[];
  readonly family: Family;
  readonly answer: string;
  /** The chance that the answer is right, 0 to 1. */
  readonly confidence: number;
  readonly sure: boolean;
  /** Whether the picture looks like those that the checkpoint was trained on (`Answer.familiar`). */
  readonly familiar: boolean;
  /** Whether the question asks for what ranking can't tell, and is known to: text, a reason, a name, a measure. */
  readonly declined: boolean;
  /** The VQA accuracy of the answer, 0 to 1; 0 where the question is declined. */
  readonly accuracy: number;
  /** The answer from the question alone. */
  readonly blind: string;
  /** The first five candidates, best first. */
  readonly ranked: readonly ScoredCandidate[];
}

/** The VQA accuracies, 0 to 1, that a question is counted with. */
export interface Accuracies {
  /** Of the answer, sure or not; 0 where the question is declined. */
  readonly accuracy: number;
  /** Of the answer that is given where the picture's evidence is taken away (`proposeAnswers`). */
  readonly blind: number;
  /** Of the best of all answers that were considered. */
  readonly oracle: number;
  /** Of the best of the first five candidates. */
  readonly top5: number;
}

/** A question of a benchmark with its answer and what that is worth. */
export interface JudgedQuestion {
  readonly given: JudgedAnswer;
  readonly accuracies: Accuracies;
}

const RANKED = 5;

/** Holds an answer against what people answered. */
export function judge(asked: BenchmarkQuestion, given: Answer): JudgedQuestion {
  const { answer, confidence, sure, familiar, candidates } = given;
  const { image, question, answers } = asked;
  const proposal = proposeAnswers(question, asked);
  const accuracyOf = vqaAccuracy(answers);
  const bestOf = (given: readonly string[]) => given.reduce((best, one) => Math.max(best, accuracyOf(one)), 0);
  // What is merely unknown to the word tables is not declined: it is answered, without being sure.
  const declined = proposal.beyond !== undefined && proposal.beyond !== 'unknown';
  const accuracy = declined ? 0 : accuracyOf(answer);
  const ranked = candidates.slice(0, RANKED);
  const [blind] = proposal.answers;
  return {
    given: {
      image,
      question,
      answers,
      family: proposal.family,
      answer,
      confidence,
      sure,
      familiar,
      declined,
      accuracy,
      blind,
      ranked,
    },
    accuracies: {
      accuracy,
      blind: accuracyOf(blind),
      oracle: bestOf(proposal.answers),
      top5: bestOf(ranked.map((candidate) => candidate.answer)),
    },
  };
}
