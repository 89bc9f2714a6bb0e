import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import wabt from 'wabt';
import { RowProducts } from '../../src/clip/row-products.ts';

/** The same numbers at each call: a sine, sampled coarsely. */
const numbers = (length: number, phase: number) =>
  Float32Array.from({ length }, (_, at) => Math.sin(at * 12.9 + phase));

const product = (one: Float32Array, other: Float32Array) =>
  one.reduce((sum, x, at) => sum + x * (other[at] as number), 0);

describe('RowProducts', () => {
  it.each([1, 7, 16, 100, 256, 512, 1000])(
    'are the dot products of %i numbers, in the order asked for',
    (dimension) => {
      const kept = new RowProducts(dimension);
      const rows = Array.from({ length: 300 }, (_, at) => numbers(dimension, at));
      const addresses = rows.map((row) => kept.add(row));
      const view = numbers(dimension, 0.5);
      const order = [299, 0, 150, 150, 7];
      const products = kept.products(
        Uint32Array.from(order, (at) => addresses[at] as number),
        view,
      );
      expect(products).toHaveLength(order.length);
      order.forEach((at, place) => {
        expect(products[place]).toBeCloseTo(product(rows[at] as Float32Array, view), 4);
      });
    },
  );

  it('are those of a list that is longer than one call takes, and of an empty one', () => {
    const kept = new RowProducts(2);
    const addresses = Uint32Array.from({ length: 2500 }, (_, at) => kept.add(Float32Array.of(at, 1)));
    expect(kept.products(addresses, Float32Array.of(1, 0))).toEqual([...addresses.keys()]);
    expect(kept.products(new Uint32Array(), Float32Array.of(1, 0))).toEqual([]);
  });

  it('leave nothing of the view before', () => {
    const kept = new RowProducts(3);
    const address = Uint32Array.of(kept.add(Float32Array.of(1, 2, 3)));
    expect(kept.products(address, Float32Array.of(1, 1, 1))).toEqual([6]);
    expect(kept.products(address, Float32Array.of(1, 0, 0))).toEqual([1]);
  });

  it('throw where a row or a view has another dimension', () => {
    const kept = new RowProducts(3);
    expect(() => kept.add(Float32Array.of(1, 2))).toThrow(RangeError);
    expect(() => kept.products(new Uint32Array(), Float32Array.of(1, 2, 3, 4))).toThrow(RangeError);
  });
});

describe('row-products.wasm', () => {
  it('is what row-products.wat says', async () => {
    const read = (extension: string) => readFile(new URL(`../../src/clip/row-products.${extension}`, import.meta.url));
    const { parseWat } = await wabt();
    const assembled = parseWat('row-products.wat', await read('wat')).toBinary({}).buffer;
    expect(Buffer.from(assembled).equals(await read('wasm'))).toBe(true);
  });
});
