/** The formats that Glimpse opens. */
export type PictureFormat = 'png' | 'jpeg' | 'webp' | 'gif';

/** What a file's first bytes say it is. `name` completes "This is ...". */
export type Sniffed =
  | { readonly kind: 'picture'; readonly format: PictureFormat }
  | { readonly kind: 'other'; readonly name: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unknown' };

/** Tells a file's format by its bytes; names and declared types are claims that anybody can make. Never throws. */
export function sniffFormat(file: Uint8Array): Sniffed {
  if (file.length === 0) return { kind: 'empty' };
  const head = latin1(file.subarray(0, HEAD_BYTES));
  for (const [format, matches] of PICTURES) if (matches(head)) return { kind: 'picture', format };
  for (const [name, matches] of OTHERS) if (matches(head)) return { kind: 'other', name };
  return { kind: 'unknown' };
}

const HEAD_BYTES = 1024;

/** One character per byte, so that signatures read as they are written in the formats' specifications. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

type Test = (head: string) => boolean;

const starts =
  (...marks: readonly string[]): Test =>
  (head) =>
    marks.some((mark) => head.startsWith(mark));

/** A RIFF container names its content after its length. */
const riff =
  (content: string): Test =>
  (head) =>
    head.startsWith('RIFF') && head.slice(8, 12) === content;

/** The brands that follow `ftyp` in an ISO base media file (ISO/IEC 14496-12), major and compatible alike. */
const brand =
  (...brands: readonly string[]): Test =>
  (head) =>
    head.slice(4, 8) === 'ftyp' && brands.some((name) => head.slice(8, 64).includes(name));

const markup =
  (pattern: RegExp): Test =>
  (head) =>
    pattern.test(head.replace(/^\u00ef\u00bb\u00bf/, '').trimStart());

const PICTURES: readonly (readonly [PictureFormat, Test])[] = [
  ['png', starts('\x89PNG\r\n\x1a\n')],
  ['jpeg', starts('\xff\xd8\xff')],
  ['webp', riff('WEBP')],
  ['gif', starts('GIF87a', 'GIF89a')],
];

/** The first that fits counts. */
const OTHERS: readonly (readonly [string, Test])[] = [
  ['an AVIF picture', brand('avif', 'avis')],
  ['a HEIC picture', brand('heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'msf1')],
  ['a QuickTime video', brand('qt  ')],
  ['an MP4 video', (head) => head.slice(4, 8) === 'ftyp'],
  ['a WebM or Matroska video', starts('\x1a\x45\xdf\xa3')],
  ['an AVI video', riff('AVI ')],
  ['a JPEG XL picture', starts('\xff\x0a', '\0\0\0\x0cJXL \r\n\x87\n')],
  ['a JPEG 2000 picture', starts('\0\0\0\x0cjP  \r\n\x87\n', '\xff\x4f\xff\x51')],
  ['a TIFF picture', starts('II*\0', 'MM\0*', 'II+\0', 'MM\0+')],
  ['a BMP picture', (head) => head.startsWith('BM') && head.slice(6, 10) === '\0\0\0\0'],
  ['an icon', starts('\0\0\x01\0', '\0\0\x02\0')],
  ['a Photoshop file', starts('8BPS')],
  ['a PDF', starts('%PDF-')],
  ['an audio file', (head) => starts('ID3', 'OggS', 'fLaC')(head) || riff('WAVE')(head)],
  ['an archive', starts('PK\x03\x04', 'PK\x05\x06', 'Rar!', '7z\xbc\xaf', '\x1f\x8b')],
  ['an SVG drawing', markup(/^(<svg[\s>]|<!doctype svg|(<\?xml|<!--)[\s\S]*?<(!doctype )?svg)/i)],
  ['a web page', markup(/^<(!doctype html|html|head|body|script|!--)/i)],
];
