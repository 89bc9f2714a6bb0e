/** What a process of the benchmark can be asked to do, by name. Every function takes one value and gives one. */
export type Handlers = Readonly<Record<string, (argument: never) => unknown>>;

/** One question to a process. */
export interface Call {
  readonly id: number;
  readonly name: string;
  readonly argument: unknown;
}

/** Its answer: a value, or what went wrong. */
export type Reply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failure: string };

/**
 * Answers whoever has forked this process (`startProcess`), one call after the other, until that one lets go of it. Calls
 * wait for each other, so that what is measured in one is not slowed by the next; those in `atOnce` do not.
 */
export function serve(handlers: Handlers, atOnce: readonly string[] = []): void {
  let last: Promise<unknown> = Promise.resolve();
  process.on('disconnect', () => process.exit(0));
  process.on('message', ({ id, name, argument }: Call) => {
    const work = async (): Promise<void> => process.send?.(await answer(id, handlers[name], argument)) as never;
    if (atOnce.includes(name)) void work();
    else last = last.then(work);
  });
}

async function answer(id: number, handler: Handlers[string] | undefined, argument: unknown): Promise<Reply> {
  try {
    if (!handler) throw new Error('there is no such call');
    return { id, value: await handler(argument as never) };
  } catch (error) {
    return { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
