import { z } from 'zod';

/** Discord's kinds of activity ("Activity Types"), from `Playing` (0) to `Competing` (5). */
const MOST_TYPE = 5;
const ACTIVITY_TEXT = 128;

const activity = z.looseObject({
  name: z.string().min(1).max(ACTIVITY_TEXT),
  type: z.int().min(0).max(MOST_TYPE),
  state: z.string().max(ACTIVITY_TEXT).nullish(),
  url: z.string().nullish(),
});

/** What a bot says of itself, in op 3 and in IDENTIFY ("Gateway Presence Update Structure"). */
export const presenceForm = z.looseObject({
  /** Since when it is idle, in milliseconds since 1970. */
  since: z.int().min(0).nullable(),
  activities: z.array(activity),
  status: z.enum(['online', 'dnd', 'idle', 'invisible', 'offline']),
  afk: z.boolean(),
});

/** A presence that keeps every rule above. */
export type Presence = z.output<typeof presenceForm>;
