import { type GlimpseSource, startGlimpse } from '../../src/glimpse-source.ts';
import type { ScriptedGlimpse } from './scripted-glimpse.ts';

/** A model that is on its way for as long as the test wants. */
export interface ScriptedSource {
  readonly source: GlimpseSource;
  /** So many bytes of so many are downloaded. */
  receive(receivedBytes: number, totalBytes: number): void;
  /** The model is ready. */
  arrive(): Promise<void>;
  /** It can't be had. */
  fail(error: Error): void;
}

/** The real source around an opening that the test conducts. */
export function scriptedSource(glimpse: ScriptedGlimpse): ScriptedSource {
  let receive: ScriptedSource['receive'] = () => {};
  let arrive = () => {};
  let fail = (_: Error) => {};
  const source = startGlimpse((onProgress) => {
    receive = (receivedBytes, totalBytes) => onProgress({ id: 'clip', receivedBytes, totalBytes });
    return new Promise((resolve, reject) => {
      arrive = () => resolve(glimpse);
      fail = reject;
    });
  });
  return {
    source,
    receive: (receivedBytes, totalBytes) => receive(receivedBytes, totalBytes),
    arrive: async () => {
      arrive();
      await source.ready;
    },
    fail: (error) => fail(error),
  };
}
