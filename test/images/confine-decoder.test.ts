import sharp from 'sharp';
import { expect, it } from 'vitest';
import { confineDecoder, decodePicture } from '../../src/images/decode-picture.ts';

// It holds for the whole process, so these tests have a file, and with it a process, of their own.
it('leaves libvips no decoder but the four that Glimpse opens', async () => {
  const drawing = () => sharp({ create: { width: 8, height: 8, channels: 3, background: 'teal' } });
  const opened = await Promise.all(
    (['png', 'jpeg', 'webp', 'gif'] as const).map((format) => drawing().toFormat(format).toBuffer()),
  );
  const exotic = [
    await drawing().tiff().toBuffer(),
    await drawing().avif().toBuffer(),
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
  ];
  for (const file of exotic) await expect(sharp(file).metadata()).resolves.toBeDefined();

  confineDecoder();

  for (const file of exotic) await expect(sharp(file).metadata()).rejects.toThrow();
  for (const file of opened) await expect(decodePicture(file, 8)).resolves.toHaveLength(8 * 8 * 3);
});
