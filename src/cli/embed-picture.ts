import { type ChildProcess, fork } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { sniffFormat } from '../images/sniff-format.ts';
import { readPictureFile } from './read-picture.ts';

/** A picture file as a `data:` address for a web page; undefined where it can't be shown. */
export type EmbedPicture = (path: string) => Promise<string | undefined>;

/** A file up to this size is embedded as it is, undecoded: sixty of them make a page of at most 16 MB. */
const LARGEST_ORIGINAL = 200_000;

/**
 * Lends a way to embed pictures. A small file is embedded as it is, which decodes nothing. Of a larger one the
 * middle square is embedded, which is what CLIP sees, at 256 pixels: shrink-process.ts does that, in a process of
 * its own, as strangers' pictures are not decoded here. It is started when the first large one comes, and ends with
 * `work`.
 */
export async function withEmbedder<T>(work: (embed: EmbedPicture) => Promise<T>): Promise<T> {
  let shrinker: ChildProcess | undefined;
  try {
    return await work(async (path) => {
      const file = await readPictureFile(path).catch(() => undefined);
      const sniffed = file && sniffFormat(file);
      if (!file || sniffed?.kind !== 'picture') return undefined;
      if (file.length <= LARGEST_ORIGINAL) return address(sniffed.format, file);
      if (!shrinker?.connected) shrinker = start();
      const shrunk = await shrink(file, shrinker);
      return shrunk && address('webp', shrunk);
    });
  } finally {
    if (shrinker?.connected) shrinker.disconnect();
  }
}

const address = (format: string, file: Uint8Array) =>
  `data:image/${format};base64,${Buffer.from(file).toString('base64')}`;

function start(): ChildProcess {
  const pathOf = (file: string) => fileURLToPath(new URL(file, import.meta.url));
  const shrinker = fork(pathOf('../run.js'), [pathOf('./shrink-process.ts')], {
    execArgv: [],
    serialization: 'advanced',
    env: { VIPS_BLOCK_UNTRUSTED: '1', TMPDIR: tmpdir() },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  shrinker.on('error', () => {}); // It is told by its end.
  return shrinker;
}

/** What came back, or nothing where the picture is broken or brought the process down. */
function shrink(file: Uint8Array, shrinker: ChildProcess): Promise<Uint8Array | undefined> {
  return new Promise((resolve) => {
    const onMessage = (shrunk: unknown) => settle(shrunk instanceof Uint8Array ? shrunk : undefined);
    const onExit = () => settle(undefined);
    const settle = (shrunk: Uint8Array | undefined) => {
      shrinker.off('message', onMessage).off('exit', onExit);
      resolve(shrunk);
    };
    shrinker
      .on('message', onMessage)
      .on('exit', onExit)
      .send(file, () => {});
  });
}
