import { chainPairs } from './byte-pairs.ts';

/** What a checkpoint's tokenizer consists of: the contents of `tokenizer.json` and `tokenizer_config.json`. */
export interface TokenizerFiles {
  readonly tokenizer: object;
  readonly config: object;
}

const START = '<|startoftext|>';
const END = '<|endoftext|>';

/** CLIP's tokenizer, of so many tokens, that knows these words; the last two tokens are the start and the end. */
export function clipTokenizer(words: readonly string[], vocabulary: number, context: number): TokenizerFiles {
  const { tokens, merges } = chainPairs(words, vocabulary - 2);
  const all = [...tokens, START, END];
  const numbers = Object.fromEntries(all.map((token, number) => [token, number]));
  const [start, end] = [vocabulary - 2, vocabulary - 1];
  return {
    tokenizer: {
      version: '1.0',
      truncation: null,
      padding: null,
      added_tokens: [special(start, START), special(end, END)],
      normalizer: {
        type: 'Sequence',
        normalizers: [
          { type: 'NFC' },
          { type: 'Replace', pattern: { Regex: '\\s+' }, content: ' ' },
          { type: 'Lowercase' },
        ],
      },
      pre_tokenizer: {
        type: 'Sequence',
        pretokenizers: [
          { type: 'Split', pattern: { Regex: WORDS }, behavior: 'Removed', invert: true },
          { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true },
        ],
      },
      post_processor: {
        type: 'RobertaProcessing',
        sep: [END, end],
        cls: [START, start],
        trim_offsets: false,
        add_prefix_space: false,
      },
      decoder: { type: 'ByteLevel', add_prefix_space: true, trim_offsets: true },
      model: {
        type: 'BPE',
        dropout: null,
        unk_token: END,
        continuing_subword_prefix: '',
        end_of_word_suffix: '</w>',
        fuse_unk: false,
        vocab: numbers,
        merges: merges.map((pair) => pair.join(' ')),
      },
    },
    config: {
      tokenizer_class: 'CLIPTokenizer',
      bos_token: START,
      eos_token: END,
      unk_token: END,
      pad_token: END,
      do_lower_case: true,
      add_prefix_space: false,
      errors: 'replace',
      model_max_length: context,
    },
  };
}

/** How CLIP takes a text apart: contractions, words, single digits, and runs of anything else. */
const WORDS = "<\\|startoftext\\|>|<\\|endoftext\\|>|'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+";

/** SigLIP's kind of tokenizer: pieces with a likelihood (Kudo 2018), no start, and an end that is the padding, too. */
export function siglipTokenizer(words: readonly string[], vocabulary: number, context: number): TokenizerFiles {
  const letters = [...'▁abcdefghijklmnopqrstuvwxyz0123456789'];
  const pieces = [...new Set([...letters, ...words.map((word) => `▁${word}`)])].slice(0, vocabulary - MARKS.length);
  return {
    tokenizer: {
      version: '1.0',
      truncation: null,
      padding: null,
      added_tokens: MARKS.map((mark, number) => special(number, mark)),
      normalizer: { type: 'Lowercase' },
      pre_tokenizer: { type: 'Metaspace', replacement: '▁', add_prefix_space: true, prepend_scheme: 'always' },
      post_processor: {
        type: 'TemplateProcessing',
        single: [{ Sequence: { id: 'A', type_id: 0 } }, { SpecialToken: { id: SIGLIP_END, type_id: 0 } }],
        pair: [{ Sequence: { id: 'A', type_id: 0 } }, { SpecialToken: { id: SIGLIP_END, type_id: 0 } }],
        special_tokens: { [SIGLIP_END]: { id: SIGLIP_END, ids: [MARKS.indexOf(SIGLIP_END)], tokens: [SIGLIP_END] } },
      },
      decoder: { type: 'Metaspace', replacement: '▁', add_prefix_space: true, prepend_scheme: 'always' },
      model: {
        type: 'Unigram',
        unk_id: MARKS.indexOf(UNKNOWN),
        // A word is likelier than its letters one by one.
        vocab: [...MARKS.map((mark) => [mark, 0]), ...pieces.map((piece) => [piece, -10])],
      },
    },
    config: {
      tokenizer_class: 'SiglipTokenizer',
      eos_token: SIGLIP_END,
      pad_token: SIGLIP_END,
      unk_token: UNKNOWN,
      do_lower_case: true,
      model_max_length: context,
    },
  };
}

const SIGLIP_END = '</s>';
const UNKNOWN = '<unk>';
const MARKS = ['<pad>', SIGLIP_END, UNKNOWN];

function special(id: number, content: string): object {
  return { id, content, single_word: false, lstrip: false, rstrip: false, normalized: false, special: true };
}
