import type { Embedding, SeenPicture, TextEncoder } from '../clip/embedding.ts';
import { knownAnswers } from './answer-prior.ts';
import { answerQuestion } from './answer-question.ts';
import { pluralise, withArticle } from './grammar.ts';
import { tableOf } from './words/things.ts';

/**
 * The prompts that answers will need, question by question, the commonest first: those of questions that name nothing
 * special ("what is this?", "what color is it?"), of the kinds of things most asked after ("what fruit is this?"), and of the
 * things that people answer with most often ("how many dogs are there?"). What is encoded before anybody asks costs no
 * asker anything.
 *
 * Each question is answered about a picture that shows nothing, by an encoder that only writes down what it is given, so
 * that these are the very prompts. `encoder` tells which words can be read; it encodes nothing. Pure, and takes some
 * milliseconds a question.
 */
export async function* likelyQuestionPrompts(encoder: TextEncoder): AsyncGenerator<readonly string[]> {
  for (const question of questions())
    yield promptsOf((recorder) => answerQuestion(question, NOTHING, recorder), encoder);
}

/** The prompts that some work gives to its encoder, each once. */
export async function promptsOf(
  work: (recorder: TextEncoder) => Promise<unknown>,
  encoder: TextEncoder,
): Promise<readonly string[]> {
  const given = new Set<string>();
  await work({
    ...encoder,
    encodeTexts: async (prompts) => {
      for (const prompt of prompts) given.add(prompt);
      return prompts.map(() => EVERYTHING);
    },
  });
  return [...given];
}

/** As good as any other: every prompt fits it alike. */
const EVERYTHING: Embedding = Float32Array.of(1);
const NOTHING: SeenPicture = { embedding: EVERYTHING, look: async () => EVERYTHING, lookOn: async () => undefined };

/** So many of the things that people answer with are asked about by name. */
const SUBJECTS = 12;

function* questions(): Generator<string> {
  yield* GENERAL;
  const subjects = knownAnswers().filter((answer) => tableOf(answer) !== undefined);
  for (const subject of subjects.slice(0, SUBJECTS)) {
    const things = pluralise(subject);
    yield `is there ${withArticle(subject)}?`;
    yield `how many ${things} are there?`;
    yield `what color is the ${subject}?`;
  }
}

/** A wording or a few for each family that has some without a subject of its own. */
const GENERAL: readonly string[] = [
  'what is this?',
  'what is in the picture?',
  'what color is this?',
  'what color is it?',
  'how many are there?',
  'how many people are there?',
  'is there a person?',
  'what is the person doing?',
  'what are they doing?',
  'what is happening?',
  'where was this taken?',
  'where is this?',
  'is this indoors or outdoors?',
  'is it day or night?',
  'what is the weather like?',
  'is it sunny?',
  'is it raining?',
  'what time of day is it?',
  'what is it made of?',
  'what is the man holding?',
  'what is the man wearing?',
  'is this a man or a woman?',
  'what animal is this?',
  'what breed of dog is this?',
  'what food is this?',
  'what fruit is this?',
  'what sport is this?',
  'what vehicle is this?',
  'what room is this?',
  'what season is it?',
  'what bird is this?',
  'what flower is this?',
];
