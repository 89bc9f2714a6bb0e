import sharp from 'sharp';

/** A small picture of one colour, as PNG. Different colours are different files. */
export function smallPicture(colour = 'teal'): Promise<Buffer> {
  return sharp({ create: { width: 60, height: 40, channels: 3, background: colour } })
    .png()
    .toBuffer();
}

/** A small file that takes the vision process several hundred milliseconds: 49 megapixels of one colour. */
export function laboriousPicture(): Promise<Buffer> {
  return sharp({ create: { width: 7000, height: 7000, channels: 3, background: 'navy' } })
    .png({ compressionLevel: 3 })
    .toBuffer();
}
