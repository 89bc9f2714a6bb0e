import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A frame of one colour, as PNG. */
export function flatFrame(colour: string, side = 40): Promise<Buffer> {
  return sharp({ create: { width: side, height: side, channels: 3, background: colour } })
    .png()
    .toBuffer();
}

/** Pictures of the same size one after the other, as an animated file without loss in shape. */
export function animated(format: 'gif' | 'webp', frames: readonly Buffer[]): Promise<Buffer> {
  return sharp([...frames], { join: { animated: true } })
    .toFormat(format, { lossless: true })
    .toBuffer();
}

/** An animation of frames of one colour each. */
export async function flatAnimation(format: 'gif' | 'webp', colours: readonly string[]): Promise<Buffer> {
  return animated(format, await Promise.all(colours.map((colour) => flatFrame(colour))));
}

/**
 * Where in a GIF each of its frames' image data ends (GIF89a, sections 20 to 25): cut off there it has that many whole
 * frames.
 */
export function frameEnds(gif: Buffer): readonly number[] {
  const ends: number[] = [];
  const tableBytes = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let at = 13 + tableBytes(gif.readUInt8(10));
  const skipBlocks = () => {
    for (let size = gif.readUInt8(at); size > 0; size = gif.readUInt8(at)) at += size + 1;
    at += 1;
  };
  for (let mark = gif.readUInt8(at); mark !== 0x3b; mark = gif.readUInt8(at)) {
    at += mark === 0x2c ? 11 + tableBytes(gif.readUInt8(at + 9)) : 2;
    skipBlocks();
    if (mark === 0x2c) ends.push(at);
  }
  return ends;
}

/** An animated PNG of two frames of 8x8 pixels: red, as it shows without animation, then blue. */
export function animatedPng(): Buffer {
  const whole = (...numbers: readonly number[]) => {
    const bytes = Buffer.alloc(4 * numbers.length);
    numbers.forEach((number, i) => {
      bytes.writeUInt32BE(number, 4 * i);
    });
    return bytes;
  };
  const pixels = (rgb: readonly number[]) =>
    deflateSync(Buffer.concat(Array.from({ length: 8 }, () => Buffer.from([0, ...Array(8).fill(rgb).flat()]))));
  const control = (sequence: number) => Buffer.concat([whole(sequence, 8, 8, 0, 0), Buffer.from([0, 1, 0, 10, 0, 0])]);
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    return Buffer.concat([whole(data.length), body, whole(crc32(body))]);
  };
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', Buffer.concat([whole(8, 8), Buffer.from([8, 2, 0, 0, 0])])),
    chunk('acTL', whole(2, 0)),
    chunk('fcTL', control(0)),
    chunk('IDAT', pixels([255, 0, 0])),
    chunk('fcTL', control(1)),
    chunk('fdAT', Buffer.concat([whole(2), pixels([0, 0, 255])])),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** PNG's check of a chunk (ISO 3309); node:zlib has one only from Node 22 on. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
