import { mkdir, statfs } from 'node:fs/promises';
import { formatBytes } from '../format-bytes.ts';
import { asHubError, HubError } from './hub-error.ts';

/** Says how many bytes this user may still write to the disk that a folder is on. */
export type FreeBytes = (folder: string) => Promise<number>;

/** Asks the system. The folder is made if it is not there. */
export const systemFreeBytes: FreeBytes = async (folder) => {
  await mkdir(folder, { recursive: true });
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

/** Left over for the bot's own database, the text embeddings and whatever else shares the disk. */
const MARGIN_BYTES = 200_000_000;

/** Throws a HubError where a download of so many bytes would fill the disk of that folder. */
export async function mustHaveRoom(
  bytes: number,
  folder: string,
  freeBytes: FreeBytes = systemFreeBytes,
): Promise<void> {
  const free = await freeBytes(folder).catch((error: unknown) => {
    throw asHubError(error);
  });
  const needed = bytes + MARGIN_BYTES;
  if (free >= needed) return;
  throw new HubError(
    `there is too little room on the disk: ${formatBytes(bytes)} are to be fetched, and ${formatBytes(free)} are free, ` +
      `of which ${formatBytes(MARGIN_BYTES)} are to stay free`,
    { advice: `Free ${formatBytes(needed - free)} more, or name a folder on another disk in GLIMPSE_CACHE` },
  );
}
