/**
 * The steps between a picture's embedding and its caption. Each can be left out by name, so that an evaluation can tell what
 * it is worth (`docs/captions.md` has the table and where their limits come from).
 */
export const CAPTIONING_STEPS = [
  /** Several wordings a phrase, averaged as unit embeddings; without, the first alone. */
  'ensembles',
  /** A phrase's mean similarity to reference pictures is subtracted, in part, where it is weighed against its like. */
  'bias',
  /** Several beginnings of a sentence are kept at each stage; without, the best alone. */
  'beam',
  /** A part is said only where the whole sentence fits better with it, by the part's margin. */
  'margins',
  'kind',
  'second',
  'number',
  'colour',
  'attribute',
  'activity',
  'place',
  'time',
  'weather',
  'mood',
  'style',
] as const;
/** One of `CAPTIONING_STEPS`. */
export type CaptioningStep = (typeof CAPTIONING_STEPS)[number];

/** Which steps are taken. */
export type Captioning = Readonly<Record<CaptioningStep, boolean>>;

/** For a caption that comes with something else: two thirds of the texts, and half of the time outside of the encoder. */
export const QUICK: Partial<Captioning> = { beam: false };

/** All steps, but those that are switched off. */
export function captioningWith(switched: Partial<Captioning> = {}): Captioning {
  const all = Object.fromEntries(CAPTIONING_STEPS.map((step) => [step, true])) as Record<CaptioningStep, boolean>;
  return { ...all, ...switched };
}
