import { expect, it } from 'vitest';
import { heedingSignals, Interrupted } from '../../src/cli/interruption.ts';

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
])('what %s has stopped exits with %i, as shells have it', (name, status) => {
  expect(new Interrupted(AbortSignal.abort(name), 'Stopped.').status).toBe(status);
});

it('leaves signals to do what they did before, once the work is over', async () => {
  const listeners = () => process.listenerCount('SIGINT') + process.listenerCount('SIGTERM');
  const before = listeners();
  const during = await heedingSignals(async () => listeners());
  await expect(heedingSignals(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  expect({ during, after: listeners() }).toEqual({ during: before + 2, after: before });
});
