/** How long the answer prior takes for a question, on one core: npx tsx bench/answer-prior.ts */
import { priorAnswers } from '../src/vqa/answer-prior.ts';

const QUESTIONS = [
  'What is the man in the red jacket holding in his left hand?',
  'how many zebras are drinking',
  'Is this a bus or a tram?',
  "what's the weather like",
  'Are the people on the beach wearing swimsuits?',
  'What color is the kite?',
  'Where was this picture taken?',
  'What kind of fruit is lying next to the blue bowl on the kitchen table?',
];
const ROUNDS = 500;
const LIMIT = 64;

const opened = performance.now();
priorAnswers('what is this?', 1);
const loading = performance.now() - opened;
const times = Array.from({ length: ROUNDS }, () => {
  const began = performance.now();
  for (const question of QUESTIONS) priorAnswers(question, LIMIT);
  return (performance.now() - began) / QUESTIONS.length;
}).sort((one, other) => one - other);
const [best = 0, middle = 0] = [times[0], times[ROUNDS / 2]];
console.log(
  `${middle.toFixed(3)} ms a question in the median, ${best.toFixed(3)} at best (first ${LIMIT} answers); ${loading.toFixed(0)} ms for the first one`,
);
