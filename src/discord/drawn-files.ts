import { withoutMark } from './reply-parts.ts';

/**
 * The names of the pictures that Glimpse draws itself. They are none that anybody asks about: a chart below an answer is not
 * the newest picture of its channel, nor the picture that the answer was about.
 */
export const DRAWN = { chart: 'glimpse-why.png', where: 'glimpse-where.png' } as const;

/** Whether a file is one of those, by its name. */
export const isDrawn = (name: string): boolean =>
  (Object.values(DRAWN) as readonly string[]).includes(withoutMark(name));
