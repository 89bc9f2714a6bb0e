import type { Message } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { replyToMessage } from '../../src/discord/surface.ts';
import { createLog } from '../../src/log.ts';

describe('the reply to a message', () => {
  it('is one, though more is said while it is on its way', async () => {
    const done: string[] = [];
    const slow = (what: string, result: unknown) => async (payload: { content?: string }) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      done.push(`${what}: ${payload.content}`);
      return result;
    };
    const reply: unknown = { edit: (payload: { content?: string }) => slow('edit', reply)(payload) };
    const message = { channelId: '1', reply: slow('reply', reply) } as unknown as Message;
    const surface = replyToMessage(message, createLog('silent'));
    await Promise.all([surface.wait('it loads'), surface.wait('3 are ahead'), surface.show({ content: 'a dog' })]);
    expect(done).toEqual(['reply: it loads', 'edit: 3 are ahead', 'edit: a dog']);
  });

  it('comes after one that failed', async () => {
    let tried = 0;
    const fail = () => Promise.reject(new Error(`failure ${++tried}`));
    const surface = replyToMessage({ channelId: '1', reply: fail } as unknown as Message, createLog('silent'));
    await expect(surface.wait('it loads')).rejects.toThrow('failure 1');
    await expect(surface.show({ content: 'a dog' })).rejects.toThrow('failure 2');
  });
});
