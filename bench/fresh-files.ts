/**
 * The same photo as another file, so that no cache by content knows it: a JPEG comment (marker FF FE, ITU-T T.81, B.2.4.5) that
 * no decoder looks at, right after the start of the image.
 */
export function anotherFile(jpeg: Buffer, number: number): Buffer {
  const comment = Buffer.alloc(8);
  comment.writeUInt16BE(0xfffe, 0);
  comment.writeUInt16BE(6, 2);
  comment.writeUInt32BE(number, 4);
  return Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]);
}

let made = 0;

/** Gives the same photo as ever other files: none that it has given before, to whomever in this process. */
export function freshFiles(jpeg: Buffer): () => Buffer {
  return () => anotherFile(jpeg, ++made);
}
