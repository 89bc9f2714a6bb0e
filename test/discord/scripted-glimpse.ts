import type { Answer, AskOptions, Caption, CaptionOptions, Match, Ranking } from '../../src/answer.ts';
import type { Glimpse } from '../../src/glimpse.ts';
import type { DrawnSighting } from '../../src/where/sighting.ts';

const PNG_SIGNATURE = '89504e470d0a1a0a';

/** What the bot asked of the model. */
export interface Call {
  readonly work: 'ask' | 'caption' | 'rank' | 'match' | 'where';
  readonly picture: Uint8Array;
  readonly words: string;
  readonly choices?: readonly string[] | undefined;
}

/**
 * Stands in for the model alone, so that a test of the bot's ways needs no weights: gives set answers to whatever PNG
 * it gets, can be made to wait, and can be made to fail.
 */
export class ScriptedGlimpse implements Glimpse {
  readonly model = 'glimpse-mini';
  readonly calls: Call[] = [];
  answer: Omit<Answer, 'question'> = {
    answer: 'dog',
    confidence: 0.94,
    sure: true,
    family: 'kind',
    candidates: [
      { answer: 'dog', prompt: 'a photo of a dog', score: 0.94 },
      { answer: 'fox', prompt: 'a photo of a fox', score: 0.06 },
    ],
    familiar: true,
    caption: 'A dog on grass.',
    model: 'glimpse-mini',
    milliseconds: 84,
  };
  #failure: Error | undefined;
  #gate: Promise<void> | undefined;

  /** The next call fails with this. */
  failNext(failure: Error): void {
    this.#failure = failure;
  }

  /** Calls wait from now on, until the function that is returned is called. */
  hold(): () => void {
    let release = () => {};
    this.#gate = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  }

  async ask(picture: Uint8Array, question: string, options: AskOptions = {}): Promise<Answer> {
    await this.#work({ work: 'ask', picture, words: question, choices: options.choices });
    return { question, ...this.answer };
  }

  async caption(picture: Uint8Array, { style = 'short' }: CaptionOptions = {}): Promise<Caption> {
    await this.#work({ work: 'caption', picture, words: style });
    const { caption, familiar, model, milliseconds } = this.answer;
    const tags = style === 'tags' ? [{ tag: 'dog', score: 0.94 }] : undefined;
    return { caption, parts: { things: [] }, tags, familiar, candidates: [{ caption, score: 1 }], model, milliseconds };
  }

  async rank(picture: Uint8Array, texts: readonly string[]): Promise<Ranking> {
    await this.#work({ work: 'rank', picture, words: texts.join(' | ') });
    const score = 1 / texts.length;
    const { familiar, model } = this.answer;
    return { ranking: texts.map((text) => ({ text, score, similarity: 0.2 })), familiar, model };
  }

  /** The first picture fits best. */
  async match(text: string, pictures: readonly Uint8Array[]): Promise<Match> {
    for (const picture of pictures) await this.#work({ work: 'match', picture, words: text });
    const { familiar, model, milliseconds } = this.answer;
    const ranking = pictures.map((_, index) => ({ index, score: 1 / pictures.length, similarity: 0.2 }));
    return { text, ranking, familiar, model, milliseconds };
  }

  async where(picture: Uint8Array, thing: string): Promise<DrawnSighting> {
    await this.#work({ work: 'where', picture, words: thing });
    const { model, milliseconds } = this.answer;
    const size = { width: 64, height: 64 };
    const box = { left: 0, top: 0, width: 32, height: 32 };
    const found = { thing, outcome: 'found', confidence: 0.9, place: 'top left', box } as const;
    return { ...found, picture: size, crops: 34, model, milliseconds, drawing: picture };
  }

  async close(): Promise<void> {}

  async #work(call: Call): Promise<void> {
    if (Buffer.from(call.picture.slice(0, 8)).toString('hex') !== PNG_SIGNATURE)
      throw new Error('these bytes are no PNG');
    this.calls.push(call);
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure) throw failure;
    await this.#gate;
  }
}
