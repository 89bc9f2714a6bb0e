import { describe, expect, it } from 'vitest';
import type { TextCache } from '../../src/clip/text-cache.ts';
import { createTextEmbeddings } from '../../src/clip/text-embeddings.ts';
import { MAX_TEXTS } from '../../src/clip/vision-protocol.ts';
import { UserError } from '../../src/user-error.ts';

const NO_DISK: TextCache = { get: () => undefined, add: () => {}, flush: async () => {} };

/** An encoder whose embedding of a text is the text's length, and that records its batches. */
function recorder(fail?: () => Error | undefined) {
  const batches: { prompts: readonly string[]; continues: boolean }[] = [];
  return {
    batches,
    encodeTexts: async (prompts: readonly string[], { continues = false } = {}) => {
      batches.push({ prompts, continues });
      const error = fail?.();
      if (error) throw error;
      return prompts.map((prompt) => Float32Array.of(prompt.length));
    },
  };
}

const words = (count: number) => Array.from({ length: count }, (_, i) => 'x'.repeat(((i * 7) % count) + 1));

describe('encodeTexts', () => {
  it('gives the embeddings in the order of the prompts, whatever the order of encoding', async () => {
    const client = recorder();
    const prompts = words(150);
    const embeddings = await createTextEmbeddings(client, NO_DISK).encode(prompts);
    expect(embeddings.map(([length]) => length)).toEqual(prompts.map(({ length }) => length));
  });

  it('encodes in batches of alike lengths, and asks for room in the queue only once', async () => {
    const client = recorder();
    await createTextEmbeddings(client, NO_DISK).encode(words(150));
    const rest = 150 % MAX_TEXTS;
    const whole = Array.from({ length: (150 - rest) / MAX_TEXTS }, () => MAX_TEXTS);
    expect(client.batches.map(({ prompts }) => prompts.length)).toEqual([...whole, rest]);
    expect(client.batches.map(({ continues }) => continues)).toEqual([false, ...whole.map(() => true)]);
    const lengths = client.batches.flatMap(({ prompts }) => prompts.map(({ length }) => length));
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
  });

  it('encodes a prompt once: repeated, asked for twice at the same time, or again', async () => {
    const client = recorder();
    const { encode: encodeTexts } = createTextEmbeddings(client, NO_DISK);
    await Promise.all([encodeTexts(['a', 'bb', 'a']), encodeTexts(['bb', 'ccc'])]);
    await encodeTexts(['a', 'bb', 'ccc']);
    expect(client.batches.map(({ prompts }) => prompts)).toEqual([['a', 'bb'], ['ccc']]);
  });

  it('asks nobody for what is on disk, and puts there what is not', async () => {
    const client = recorder();
    const added: string[] = [];
    const disk: TextCache = {
      ...NO_DISK,
      get: (prompt) => (prompt === 'known' ? Float32Array.of(42) : undefined),
      add: (prompts) => void added.push(...prompts),
    };
    const [known, unknown] = await createTextEmbeddings(client, disk).encode(['known', 'new']);
    expect([known?.[0], unknown?.[0]]).toEqual([42, 3]);
    expect(client.batches.flatMap(({ prompts }) => prompts)).toEqual(['new']);
    expect(added).toEqual(['new']);
  });

  it('knows a prompt from the moment that its embedding is there', async () => {
    const disk: TextCache = { ...NO_DISK, get: (prompt) => (prompt === 'on disk' ? Float32Array.of(1) : undefined) };
    const texts = createTextEmbeddings(recorder(), disk);
    const encoding = texts.encode(['new']);
    expect(['on disk', 'new'].map(texts.isCached)).toEqual([true, false]);
    await encoding;
    expect(texts.isCached('new')).toBe(true);
  });

  it('needs nothing for no prompts', async () => {
    const client = recorder();
    expect(await createTextEmbeddings(client, NO_DISK).encode([])).toEqual([]);
    expect(client.batches).toEqual([]);
  });

  it('does not remember a failure', async () => {
    let failures = 1;
    const client = recorder(() => (failures-- > 0 ? new UserError('busy', 'Try again.') : undefined));
    const { encode: encodeTexts } = createTextEmbeddings(client, NO_DISK);
    await expect(encodeTexts(words(100))).rejects.toMatchObject({ code: 'busy' });
    await expect(encodeTexts(words(100))).resolves.toHaveLength(100);
  });
});
