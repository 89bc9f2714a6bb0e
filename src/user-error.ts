/** Every way in which a request can fail through no fault of the program. A test or a renderer can tell them apart by it. */
export type UserErrorCode =
  | 'benchmark-invalid'
  | 'busy'
  | 'choices-invalid'
  | 'config'
  | 'file-unwritable'
  | 'no-picture'
  | 'picture-corrupt'
  | 'picture-host'
  | 'picture-refused'
  | 'picture-too-large'
  | 'picture-too-many-pixels'
  | 'picture-type'
  | 'picture-unavailable'
  | 'model-unavailable'
  | 'not-allowed'
  | 'question-empty'
  | 'question-too-long'
  | 'texts-invalid'
  | 'thing-invalid'
  | 'timeout';

/**
 * An expected failure, with a sentence for the person who asked: what was wrong and what to do about it.
 * Anything else that is thrown is a bug. The message is shown as it is, so it never holds a token, an address with a
 * signature, or somebody else's words.
 */
export class UserError extends Error {
  readonly code: UserErrorCode;

  constructor(code: UserErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UserError';
    this.code = code;
  }
}
