import type { Command } from '../src/discord/command.ts';
import { ask } from './ask.ts';
import { askAboutThisPicture } from './ask-about-this-picture.ts';
import { caption } from './caption.ts';
import { captionThisPicture } from './caption-this-picture.ts';
import { rank } from './rank.ts';

/** Everything that a person can invoke, in the order in which it is registered. */
export const COMMANDS: readonly Command[] = [ask, caption, rank, askAboutThisPicture, captionThisPicture];
