import { NOTHING_CLEAR } from './compose-caption.ts';

/** Whether a caption says at most where a picture was taken, and not what it shows: nothing to describe a picture by. */
export const namesNothing = (caption: string): boolean => caption.toLowerCase().includes(NOTHING_CLEAR.toLowerCase());
