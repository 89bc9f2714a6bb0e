import { UserError } from '../user-error.ts';
import type { Failure } from './vision-protocol.ts';

// What the vision client fails with, each with a sentence for whoever asked.

/** More jobs wait than there is room for. */
export const queueFull = () =>
  new UserError('busy', 'I have more pictures to look at than I can. Try again in a minute.');

/** The client is closing. */
export const closed = () => new UserError('busy', 'I am shutting down. Try again in a minute.');

/** A job was past its deadline each time that it was tried. */
export const tookTooLong = () =>
  new UserError('timeout', 'I did not get done with this in time. Try again in a minute.');

/** A picture has brought the vision process down each time that it was tried. */
export const pictureRefused = () =>
  new UserError(
    'picture-refused',
    'This picture has stopped me in my tracks twice, so I leave it alone. Save it in another format and send that.',
  );

/** The checkpoint cannot be loaded; `reason` is a library's own words. */
export const unloadable = (reason: string) =>
  new UserError('model-unavailable', `The CLIP checkpoint cannot be loaded: ${reason.replaceAll(/\s+/g, ' ').trim()}`);

/** Prompts can't be refused by their hash, for none is a stranger's file: that they end the process is a bug. */
export const promptsEndedIt = () => new Error('The vision process ended twice over the same prompts.');

/** An error that has crossed the border between the processes. */
export function toError(failure: Failure): Error {
  if (failure.kind === 'user') return new UserError(failure.code, failure.message);
  return Object.assign(new Error('The vision process failed at a job.'), { stack: failure.stack });
}
