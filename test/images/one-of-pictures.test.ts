import { expect, it } from 'vitest';
import { asOneOfPictures, OneOfPicturesError } from '../../src/images/one-of-pictures.ts';
import { UserError } from '../../src/user-error.ts';

const failing = (error: Error) => asOneOfPictures(1, Promise.reject(error)).catch((thrown: unknown) => thrown);

it('passes on what the work comes to', async () => {
  await expect(asOneOfPictures(1, Promise.resolve('seen'))).resolves.toBe('seen');
});

it.each(['picture-corrupt', 'picture-type', 'picture-refused', 'timeout'] as const)(
  'says which picture is to blame for %s',
  async (code) => {
    const failure = new UserError(code, 'This file is damaged.');
    const error = await failing(failure);
    expect(error).toBeInstanceOf(OneOfPicturesError);
    expect(error).toMatchObject({ code, index: 1, failure, message: 'Picture 2: This file is damaged.' });
  },
);

it.each([
  new UserError('busy', 'Try again.'),
  new UserError('model-unavailable', 'Install it again.'),
  new TypeError('a bug'),
])('blames no picture for what is not its fault: %s', async (error) => {
  expect(await failing(error)).toBe(error);
});
