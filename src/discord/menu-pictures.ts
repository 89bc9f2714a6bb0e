import { LRUCache } from 'lru-cache';
import type { FoundPicture } from './find-picture.ts';

/** Messages whose pictures are remembered while their modal is open. */
const MESSAGES = 1000;
/** A modal that stays open longer than this, in milliseconds, has lost its picture. */
const MODAL_OPEN_MS = 60 * 60 * 1000;

/** The pictures of messages whose menu was used, by the custom id of the modal that it opened. */
export interface MenuPictures {
  remember(customId: string, pictures: readonly FoundPicture[]): void;
  recall(customId: string): readonly FoundPicture[] | undefined;
}

/**
 * A menu brings its message's pictures along, but the modal that it opens does not, and without the Message Content
 * intent a fetched message comes without them. So they are kept from the one to the other, in memory only.
 */
export function createMenuPictures(): MenuPictures {
  const pictures = new LRUCache<string, readonly FoundPicture[]>({ max: MESSAGES, ttl: MODAL_OPEN_MS });
  return {
    remember: (customId, found) => void pictures.set(customId, found),
    recall: (customId) => pictures.get(customId),
  };
}
