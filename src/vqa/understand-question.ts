import { LRUCache } from 'lru-cache';
import { DECLINED_FAMILIES } from '../answer.ts';
import { readActivity } from './families/activity.ts';
import { readBrand } from './families/brand.ts';
import { readChoice } from './families/choice.ts';
import { readColour } from './families/colour.ts';
import { readCount } from './families/count.ts';
import { readKind, readMaterial, readSetting } from './families/kind.ts';
import { readNotAboutThePicture } from './families/not-about-the-picture.ts';
import { readPlace } from './families/place.ts';
import { readPlaced } from './families/placed.ts';
import { readPosition } from './families/position.ts';
import { readReadsText } from './families/reads-text.ts';
import { readMeasure, readThing } from './families/thing.ts';
import { readWhoIsThis } from './families/who-is-this.ts';
import { readWhy } from './families/why.ts';
import { readStatement, readYesNo } from './families/yes-no.ts';
import { isOtherLanguage } from './language.ts';
import { normaliseQuestion } from './normalise-question.ts';
import { aimAt } from './part-of-picture.ts';
import type { DeclinedQuestion, Part, Question } from './question.ts';
import { splitQuestions } from './split-questions.ts';

/**
 * What a question asks for; of several in one message, the first. Every text gets a family: what fits no pattern is asked as
 * "what is this?", and says so in `beyond`. Pure and quick; it looks at the words alone. A question asked again gets the same
 * object, for a while.
 *
 * @example
 * understandQuestion('whats the man holding?')  // { family: 'thing', frames: ['the man is holding {}'], terms: [...] }
 */
export function understandQuestion(question: string): Question {
  const known = UNDERSTOOD.get(question);
  if (known) return known;
  const understood = understand(question);
  UNDERSTOOD.set(question, understood);
  return understood;
}

/** Each is understood when it is checked and when it is answered, and many are asked about one picture after another. */
const UNDERSTOOD = new LRUCache<string, Question>({ max: 500 });

function understand(question: string): Question {
  if (isOtherLanguage(question)) return { family: 'other-language' };
  const [asked = question] = splitQuestions(question);
  const text = normaliseQuestion(asked);
  return readNotAboutThePicture(text, asked) ?? readPosition(text) ?? readPlaced(text) ?? readAimed(text, asked);
}

/** What is asked about a part of the picture, or about all of it. */
function readAimed(whole: string, asked: string): Question {
  const { text, part } = aimAt(whole);
  const question = readChoice(text, (prefix) => readAsking(prefix, asked)) ??
    (ASKS_TO_READ.test(text) ? readReadsText(text) : undefined) ??
    readYesNo(text) ??
    readAsking(text, asked) ??
    readStatement(text) ?? { family: 'thing', frames: [], beyond: 'unknown' };
  if (!part || isDeclined(question) || !isAbout(part, question, text === whole)) return question;
  return { ...question, part };
}

/** "can you read this?" wants no yes. */
const ASKS_TO_READ = /^(?:can|could|will|would|are) /;

/** "is the bird in the sky?" asks whether it is there: a scene's part is looked at only where something is looked for in it. */
function isAbout({ region, on }: Part, { family }: Question, inFrames: boolean): boolean {
  // That it serves others than questions after things was not measured.
  if (on) return family === 'thing' || family === 'kind';
  return (family !== 'yes-no' && family !== 'choice') || !inFrames || region === undefined;
}

/** Questions with what, which, who, where, how, why or when in them: the narrow readers first. */
function readAsking(text: string, question: string): Question | undefined {
  return (
    readWhy(text) ??
    readWhoIsThis(text) ??
    readReadsText(text) ??
    readCount(text) ??
    readColour(text, question) ??
    readPlace(text) ??
    readActivity(text) ??
    readMaterial(text) ??
    readBrand(text) ??
    readSetting(text) ??
    readMeasure(text) ??
    readKind(text) ??
    readThing(text) ??
    (/^how\b/.test(text) ? { family: 'thing', frames: [], beyond: 'measure' } : undefined)
  );
}

const isDeclined = (question: Question): question is DeclinedQuestion =>
  (DECLINED_FAMILIES as readonly string[]).includes(question.family);
