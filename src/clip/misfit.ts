import { UserError } from '../user-error.ts';

/**
 * A checkpoint that is not of the CLIP or SigLIP kind, or not whole. The sentence speaks of "its" files and towers, for
 * what shows it puts the checkpoint's name before.
 */
export const misfit = (sentence: string, options?: ErrorOptions): UserError =>
  new UserError('model-unavailable', sentence, options);
