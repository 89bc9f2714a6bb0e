/** A picture's width and height in pixels, as its file's header claims them. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Reads the size out of the header of a PNG, GIF, WebP or JPEG file; undefined for anything else. Decodes nothing. */
export function pictureSize(file: Uint8Array): PictureSize | undefined {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const text = (from: number, length: number) => String.fromCharCode(...file.subarray(from, from + length));
  if (file.length >= 24 && text(1, 3) === 'PNG') return { width: view.getUint32(16), height: view.getUint32(20) };
  if (file.length >= 10 && text(0, 4) === 'GIF8')
    return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  if (file.length >= 30 && text(0, 4) === 'RIFF' && text(8, 4) === 'WEBP') return webpSize(view, text(12, 4));
  if (file.length >= 4 && view.getUint16(0) === 0xffd8) return jpegSize(view);
  return undefined;
}

/** WebP's three kinds of first chunk (RFC 9649, sections 2.5 to 2.7). */
function webpSize(view: DataView, kind: string): PictureSize | undefined {
  if (kind === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (kind === 'VP8X')
    return {
      width: (view.getUint32(24, true) & 0xffffff) + 1,
      height: (view.getUint16(27, true) | (view.getUint8(29) << 16)) + 1,
    };
  return undefined;
}

/** The first start-of-frame segment holds the size (ITU T.81, table B.1); C4, C8 and CC are other things. */
function jpegSize(view: DataView): PictureSize | undefined {
  let at = 2;
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
