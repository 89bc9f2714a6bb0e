import { singularise } from '../vqa/grammar.ts';
import { parseNounPhrase, withoutDeterminer } from '../vqa/noun-phrase.ts';
import type { Contrast, Frame } from '../vqa/question.ts';
import { understandQuestion } from '../vqa/understand-question.ts';
import { THING_TEMPLATES } from '../vqa/words/categories.ts';
import { knownNoun } from '../vqa/words/things.ts';

/**
 * The thing that a question and its answer are about and that can be looked for in the picture: what is asked about a
 * yes or no, a number, a colour or a place; else the answer, where it is a thing. Undefined where there is none.
 *
 * @example
 * subjectOf('what color is the car?', 'red')  // 'car'
 * subjectOf('what animal is this?', 'dog')  // 'dog'
 */
export function subjectOf(question: string, answer: string): string | undefined {
  const asked = understandQuestion(question);
  switch (asked.family) {
    case 'yes-no':
      return inContrasts(asked.contrasts) ?? thing(withoutDeterminer(asked.placed?.[0]?.phrase ?? ''));
    case 'count':
      return thing(asked.subject);
    case 'position':
      return thing(withoutDeterminer(asked.phrase));
    case 'colour':
    case 'place':
    case 'activity':
      return inFrames(asked.frames);
    case 'thing':
    case 'choice':
    case 'kind':
    case 'person':
    case 'food':
      return thing(withoutDeterminer(answer)) ?? inFrames('frames' in asked ? asked.frames : []);
    default:
      return undefined;
  }
}

/** "is there a dog?" asserts a dog; "is the dog running?" asserts running, of "the dog is {}". */
function inContrasts(contrasts: readonly Contrast[]): string | undefined {
  const ofThing = contrasts.find(({ frames }) => frames === THING_TEMPLATES);
  return ofThing ? thing(ofThing.asked.answer) : inFrames(contrasts.flatMap(({ frames }) => frames));
}

/** The subject of a sentence with a gap: "the man is holding {}". */
function inFrames(frames: readonly Frame[]): string | undefined {
  for (const frame of frames) {
    const subject = frame.match(/^(.+?) (?:is|are)\b.*\{\}$/)?.[1];
    const found = subject === undefined ? undefined : thing(withoutDeterminer(subject));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The phrase in the singular without its number, where its noun is in the tables. */
function thing(phrase: string): string | undefined {
  const { colour, noun } = parseNounPhrase(phrase);
  if (noun === '' || knownNoun(noun) === undefined) return undefined;
  return [colour, singularise(noun)].filter(Boolean).join(' ');
}
