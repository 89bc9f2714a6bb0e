import type { Command } from '../src/discord/command.ts';
import { about } from './about.ts';
import { ask } from './ask.ts';
import { askAboutThisPicture } from './ask-about-this-picture.ts';
import { caption } from './caption.ts';
import { captionThisPicture } from './caption-this-picture.ts';
import { describeForAltText } from './describe-for-alt-text.ts';
import { help } from './help.ts';
import { match } from './match.ts';
import { privacy } from './privacy.ts';
import { rank } from './rank.ts';
import { settings } from './settings.ts';
import { where } from './where.ts';

/** Everything that a person can invoke, in the order in which it is registered. */
export const COMMANDS: readonly Command[] = [
  ask,
  caption,
  rank,
  match,
  where,
  settings,
  help,
  about,
  privacy,
  askAboutThisPicture,
  captionThisPicture,
  describeForAltText,
];
