import { UserError } from '../user-error.ts';

/** What is wrong with one of several pictures. Its message begins with which, counted from 1; its code is the failure's. */
export class OneOfPicturesError extends UserError {
  /** The picture's place among those given, counted from 0. */
  readonly index: number;
  /** The same without saying of which picture. */
  readonly failure: UserError;

  constructor(index: number, failure: UserError) {
    super(failure.code, `Picture ${index + 1}: ${failure.message}`, { cause: failure });
    this.index = index;
    this.failure = failure;
  }
}

/**
 * The outcome of work on one of several pictures. Where it fails for the picture's sake, throws a OneOfPicturesError;
 * what would have failed with any other picture, such as a full queue, it throws as it is.
 */
export async function asOneOfPictures<T>(index: number, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof UserError && isAboutPicture(error)) throw new OneOfPicturesError(index, error);
    throw error;
  }
}

const isAboutPicture = ({ code }: UserError) => code.startsWith('picture-') || code === 'timeout';
