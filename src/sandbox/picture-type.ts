/** The content type that a file's first bytes claim, e.g. `image/png`; undefined for what is no picture of these kinds. */
export function pictureType(file: Uint8Array): string | undefined {
  const text = (from: number, length: number) => String.fromCharCode(...file.subarray(from, from + length));
  if (text(1, 3) === 'PNG') return 'image/png';
  if (text(0, 4) === 'GIF8') return 'image/gif';
  if (text(0, 4) === 'RIFF' && text(8, 4) === 'WEBP') return 'image/webp';
  if (file[0] === 0xff && file[1] === 0xd8) return 'image/jpeg';
  return undefined;
}

/** Whether a PNG file moves: an APNG says so in a chunk `acTL` before its first picture data (PNG, third edition, 11.3.6.1). */
export function isAnimatedPng(file: Uint8Array): boolean {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const control = bytes.indexOf('acTL');
  const data = bytes.indexOf('IDAT');
  return pictureType(file) === 'image/png' && control >= 0 && (data < 0 || control < data);
}
