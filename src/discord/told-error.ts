import { OneOfPicturesError } from '../images/one-of-pictures.ts';
import { UserError, type UserErrorCode } from '../user-error.ts';
import { EN, type Words } from './words/en.ts';

/** An expected failure that Glimpse can say in the person's language. Its message is the English sentence. */
export class ToldError extends UserError {
  readonly tell: (words: Words) => string;

  constructor(code: UserErrorCode, tell: (words: Words) => string, options?: ErrorOptions) {
    super(code, tell(EN), options);
    this.name = 'ToldError';
    this.tell = tell;
  }
}

/** The sentence of an expected failure in these words; of several pictures, it begins with which. */
export function inWords(error: UserError, words: Words): string {
  if (error instanceof OneOfPicturesError) {
    return `${words.answer.pictureNumber(error.index + 1)}: ${inWords(error.failure, words)}`;
  }
  return error instanceof ToldError ? error.tell(words) : (words.failures[error.code] ?? error.message);
}
