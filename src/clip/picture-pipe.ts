import type { FileMessage, PipedMessage, SentToVision, ToVision } from './vision-protocol.ts';

/**
 * What goes to the vision process for a message: a stranger's file by a pipe of its own, which takes it as it is, all else by
 * the channel, which would copy the file twice on the event loop's thread and leave the copies to the garbage collector.
 * A temporary file would leave a stranger's picture on the disk.
 */
export function toSend(message: ToVision): { readonly message: SentToVision; readonly file?: Uint8Array } {
  if (!('file' in message)) return { message };
  const { file, ...rest } = message;
  return { message: { ...rest, bytes: file.length }, file };
}

/** The other end: brings the channel's messages and the pipe's bytes together, however they are cut and whichever comes first. */
export interface Receiver {
  onMessage(message: SentToVision): void;
  /** Keeps none of the bytes: their memory may be used again. */
  onBytes(bytes: Uint8Array): void;
}

/** Calls `deliver` for each message, in the order in which they were sent, once it is whole. */
export function createReceiver(deliver: (message: ToVision) => void): Receiver {
  const messages: Arriving[] = [];
  /** Bytes that came before their message. */
  const early: Uint8Array[] = [];
  return {
    onMessage: (message) => {
      messages.push({ message, file: 'bytes' in message ? Buffer.allocUnsafeSlow(message.bytes) : EMPTY, filled: 0 });
      advance();
    },
    onBytes: (bytes) => {
      early.push(bytes);
      advance();
      const left = early.at(-1);
      if (left) early[early.length - 1] = Uint8Array.from(left);
    },
  };

  function advance(): void {
    for (let head = messages[0]; head; head = messages[0]) {
      fill(head);
      if (head.filled < head.file.length) return;
      messages.shift();
      deliver(whole(head));
    }
  }

  function fill(arriving: Arriving): void {
    for (let bytes = early[0]; bytes && arriving.filled < arriving.file.length; bytes = early[0]) {
      const taken = bytes.subarray(0, arriving.file.length - arriving.filled);
      arriving.file.set(taken, arriving.filled);
      arriving.filled += taken.length;
      if (taken.length < bytes.length) early[0] = bytes.subarray(taken.length);
      else early.shift();
    }
  }
}

const EMPTY = Buffer.alloc(0);

interface Arriving {
  readonly message: SentToVision;
  readonly file: Buffer;
  filled: number;
}

function whole({ message, file }: Arriving): ToVision {
  if (!('bytes' in message)) return message;
  const { bytes: _, ...rest } = message satisfies PipedMessage;
  return { ...rest, file } as FileMessage;
}
