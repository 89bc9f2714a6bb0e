/** How much a run measures. */
export interface Effort {
  /** Few rounds, for a look at whether all works: the figures are rough. */
  readonly quick: boolean;
  /** How many pictures the memory is measured over on the full-size stand-in. */
  readonly fullPictures: number;
}

/** One or the other. */
export const few = <T>({ quick }: Effort, quickly: T, thoroughly: T): T => (quick ? quickly : thoroughly);

/** Lets the threads of the contestant before come to rest: onnxruntime's spin for some 26 ms when a run is over. */
export const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));
