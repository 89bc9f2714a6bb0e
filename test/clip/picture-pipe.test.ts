import { expect, it } from 'vitest';
import { createReceiver, toSend } from '../../src/clip/picture-pipe.ts';
import type { PictureMessage, ToVision } from '../../src/clip/vision-protocol.ts';

/** Bytes that say where they stand. */
const picture = (id: number, bytes: number): PictureMessage => ({
  type: 'picture',
  id,
  file: Uint8Array.from({ length: bytes }, (_, at) => (at * 7 + id + (at >> 12)) % 251),
  region: 'left',
});
const texts: ToVision = { type: 'texts', id: 9, prompts: ['a cat'] };

/** What is delivered of the messages when the pipe's bytes come in pieces of a size, after the messages or before them. */
function delivered(sent: readonly ToVision[], pieceBytes: number, bytesFirst = false): readonly ToVision[] {
  const arrived: ToVision[] = [];
  const receiver = createReceiver((message) => arrived.push(message));
  const parts = sent.map(toSend);
  const stream = Buffer.concat(parts.map(({ file }) => file ?? Buffer.alloc(0)));
  const sendMessages = () => {
    for (const { message } of parts) receiver.onMessage(message);
  };
  if (!bytesFirst) sendMessages();
  for (let at = 0; at < stream.length; at += pieceBytes) receiver.onBytes(stream.subarray(at, at + pieceBytes));
  if (bytesFirst) sendMessages();
  return arrived;
}

function expectSame(arrived: readonly ToVision[], sent: readonly ToVision[]): void {
  const withPlainFiles = (message: ToVision) => ('file' in message ? { ...message, file: [...message.file] } : message);
  expect(arrived.map(withPlainFiles)).toEqual(sent.map(withPlainFiles));
}

it.each([0, 1, 999, 1000, 1001, 3500])('carries a file of %d bytes over whole, however it is cut', (bytes) => {
  for (const bytesFirst of [false, true]) {
    for (const piece of [1, 1000, 4096])
      expectSame(delivered([picture(1, bytes)], piece, bytesFirst), [picture(1, bytes)]);
  }
});

it.each([false, true])('keeps messages in their order (bytes first: %s)', (bytesFirst) => {
  const sent = [texts, picture(1, 2500), texts, picture(2, 0), picture(3, 1700), picture(4, 3), texts];
  for (const piece of [1, 700, 5000]) expectSame(delivered(sent, piece, bytesFirst), sent);
});

it('holds back what comes after a picture that is not whole', () => {
  const arrived: ToVision[] = [];
  const receiver = createReceiver((message) => arrived.push(message));
  const { message, file = new Uint8Array() } = toSend(picture(1, 10));
  receiver.onMessage(message);
  receiver.onMessage(texts as never);
  receiver.onBytes(file.subarray(0, 9));
  expect(arrived).toEqual([]);
  receiver.onBytes(file.subarray(9));
  expect(arrived.map(({ type }) => type)).toEqual(['picture', 'texts']);
});

it('gives the file away as it is', () => {
  const sent = picture(1, 10);
  expect(toSend(sent).file).toBe(sent.file);
  expect(toSend(sent).message).not.toHaveProperty('file');
});
