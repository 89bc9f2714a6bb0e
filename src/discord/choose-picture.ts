import type { UserError } from '../user-error.ts';
import {
  type AttachmentLike,
  type FoundPicture,
  findPictures,
  hasLottieSticker,
  type MessageLike,
  pictureOfAttachment,
  type Sought,
} from './find-picture.ts';
import { GLIMPSE } from './limits.ts';
import { ToldError } from './told-error.ts';
import type { Words } from './words/en.ts';

/** The pictures that will be looked at, and what the reply says about where they are from. */
export interface Chosen {
  /** One to four. */
  readonly pictures: readonly FoundPicture[];
  /** How many there were to choose from. */
  readonly of: number;
  /** The message that they are in; undefined for what came with a command. */
  readonly message?: { readonly channelId: string; readonly id: string };
  /** A link to that message, where the reply does not stand below it. */
  readonly link?: string;
  /** They were not pointed at, but are the newest in the channel. */
  readonly newest?: true;
  /** Pictures that can't be looked at, and why. */
  readonly unread?: readonly { readonly picture: FoundPicture; readonly why: UserError }[];
}

/** A message that pictures are chosen from. */
export interface ChoosableMessage extends MessageLike {
  readonly id: string;
  readonly channelId: string;
}

/** Pictures given to a slash command. Throws a UserError (`picture-type`) where a file is no picture. */
export function chooseOptions(attachments: readonly AttachmentLike[]): Chosen {
  const pictures = attachments.map((attachment, index) => {
    const picture = pictureOfAttachment(attachment);
    if (!picture) throw new ToldError('picture-type', ({ refusals }) => refusals.notAPicture);
    return { ...picture, index };
  });
  return { pictures, of: pictures.length };
}

/**
 * The pictures of a message: the first four of what is sought, or the one with the number `index`.
 * Throws a UserError (`no-picture`) with the sentence `otherwise` where there is none.
 */
export function chooseOf(
  message: ChoosableMessage,
  otherwise: (words: Words) => string,
  more: Pick<Chosen, 'link' | 'newest'> & { readonly index?: number | undefined; readonly sought?: Sought } = {},
): Chosen {
  const { index, sought, ...told } = more;
  const all = findPictures(message, sought);
  const pictures = index === undefined ? all.slice(0, GLIMPSE.picturesCount) : all.slice(index, index + 1);
  if (pictures.length === 0) {
    const lottie = hasLottieSticker(message);
    throw new ToldError('no-picture', (words) => (lottie ? words.refusals.lottieSticker : otherwise(words)));
  }
  const { id, channelId } = message;
  return { pictures, of: index === undefined ? all.length : 1, message: { channelId, id }, ...told };
}
