/** A byte-level BPE with CLIP's conventions, after clip/simple_tokenizer.py of https://github.com/openai/CLIP. */
export interface BytePairs {
  /** Every token, in the order of their numbers. */
  readonly tokens: readonly string[];
  /** Which two tokens become one, the first rule first. */
  readonly merges: readonly (readonly [string, string])[];
}

const WORD_END = '</w>';

/**
 * So many tokens: the 256 bytes, the same at a word's end, and then, word for word, what it takes to make each of these
 * lower-case words one token; at last, as the words give out, pairs, triples and quadruples of letters. Nothing is
 * counted: a later rule never takes an earlier word apart, as rules apply in their order.
 */
export function chainPairs(words: readonly string[], count: number): BytePairs {
  const bytes = byteLetters();
  const tokens = [...bytes, ...bytes.map((byte) => byte + WORD_END)];
  const known = new Set(tokens);
  const merges: [string, string][] = [];
  const ranks = new Map<string, number>();

  const add = (left: string, right: string): void => {
    if (known.has(left + right) || tokens.length >= count) return;
    ranks.set(`${left} ${right}`, merges.length);
    merges.push([left, right]);
    known.add(left + right);
    tokens.push(left + right);
  };

  for (const word of words) {
    if (tokens.length >= count) break;
    for (let pieces = split(word, ranks); pieces.length > 1; pieces = split(word, ranks)) {
      const at = pieces.findIndex((piece, i) => i + 1 < pieces.length && !known.has(piece + pieces[i + 1]));
      if (at < 0 || tokens.length >= count) break;
      add(pieces[at] as string, pieces[at + 1] as string);
    }
  }
  for (const [left, right] of letterChains()) {
    if (tokens.length >= count) break;
    add(left, right);
  }
  return { tokens: tokens.slice(0, count), merges };
}

/** Applies the rules to a word: the first first, wherever it fits. */
function split(word: string, ranks: ReadonlyMap<string, number>): readonly string[] {
  let pieces = [...word].map((letter, i, letters) => (i === letters.length - 1 ? letter + WORD_END : letter));
  for (;;) {
    let best = Number.POSITIVE_INFINITY;
    for (let i = 0; i + 1 < pieces.length; i++) {
      best = Math.min(best, ranks.get(`${pieces[i]} ${pieces[i + 1]}`) ?? best);
    }
    if (best === Number.POSITIVE_INFINITY) return pieces;
    const joined: string[] = [];
    for (let i = 0; i < pieces.length; i++) {
      const fits = i + 1 < pieces.length && ranks.get(`${pieces[i]} ${pieces[i + 1]}`) === best;
      joined.push(fits ? `${pieces[i]}${pieces[++i]}` : (pieces[i] as string));
    }
    pieces = joined;
  }
}

/** Pairs, triples and quadruples of letters, each with what it is joined from; also those that end a word. */
function* letterChains(): Generator<readonly [string, string]> {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  let starts: readonly string[] = letters;
  for (let length = 2; length <= 4; length++) {
    const longer: string[] = [];
    for (const start of starts) {
      for (const letter of letters) {
        yield [start, letter];
        yield [start, letter + WORD_END];
        longer.push(start + letter);
      }
    }
    starts = longer;
  }
}

/** GPT-2's table, in CLIP's order: every byte as a printable letter, so that any text can be written. */
function byteLetters(): readonly string[] {
  const printable = [range(33, 126), range(161, 172), range(174, 255)].flat();
  const rest = range(0, 255).filter((byte) => !printable.includes(byte));
  return [...printable.map((byte) => String.fromCodePoint(byte)), ...rest.map((_, i) => String.fromCodePoint(256 + i))];
}

const range = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);
