/**
 * Shrinks pictures for a report: takes a picture file's bytes, and sends back its middle square as a WebP of 256
 * pixels, or null where it can't be decoded. Forked by embed-picture.ts; ends when its channel does.
 */
import sharp from 'sharp';
import { confineDecoder, decodePicture } from '../images/decode-picture.ts';

const SIDE = 256;
const QUALITY = 75;

confineDecoder();
process.on('message', async (file: Uint8Array) => {
  process.send?.(await shrink(file).catch(() => null));
});

async function shrink(file: Uint8Array): Promise<Uint8Array> {
  const pixels = await decodePicture(file, SIDE);
  return sharp(pixels, { raw: { width: SIDE, height: SIDE, channels: 3 } })
    .webp({ quality: QUALITY })
    .toBuffer();
}
