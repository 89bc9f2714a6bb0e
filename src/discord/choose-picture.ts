import { UserError } from '../user-error.ts';
import { type AttachmentLike, type FoundPicture, pictureOfAttachment } from './find-picture.ts';
import type { PictureNote } from './reply-parts.ts';

/** What a person is told whose chosen message shows no picture. */
export const NO_PICTURE_IN_MESSAGE =
  'I found no picture in that message. Please choose a message with a PNG, JPEG, WebP or GIF.';

/** The picture that will be looked at, and what the reply says about it. */
export interface ChosenPicture {
  readonly picture: FoundPicture;
  readonly note: PictureNote;
}

/** The picture given to a slash command. Throws a UserError (`picture-type`) where the file is no picture. */
export function chooseOption(attachment: AttachmentLike): ChosenPicture {
  const picture = pictureOfAttachment(attachment);
  if (!picture) {
    throw new UserError('picture-type', 'That file is not a picture. Please attach a PNG, JPEG, WebP or GIF.');
  }
  return { picture, note: { spoiler: picture.spoiler, count: 1 } };
}

/**
 * The first of a message's pictures. `messageUrl` links to the message where the reply will not stand below it.
 * Throws a UserError (`no-picture`) with the sentence `otherwise` where there is none.
 */
export function chooseFirst(pictures: readonly FoundPicture[], otherwise: string, messageUrl?: string): ChosenPicture {
  const [picture] = pictures;
  if (!picture) throw new UserError('no-picture', otherwise);
  return {
    picture,
    note: { spoiler: picture.spoiler, count: pictures.length, ...(messageUrl ? { messageUrl } : {}) },
  };
}
