import type { Control } from '../command.ts';
import { askAgain } from './ask-again.ts';
import { privacy } from './privacy.ts';
import { remove } from './remove.ts';
import { settings } from './settings.ts';
import { settingsReset } from './settings-reset.ts';
import { settingsWrongAnswers, settingsWrongAnswersFile } from './settings-wrong-answers.ts';
import { where } from './where.ts';
import { why } from './why.ts';
import { wrong } from './wrong.ts';

/** Every button and select menu that the bot puts under its messages. */
export const CONTROLS: readonly Control[] = [
  why,
  where,
  askAgain,
  wrong,
  remove,
  settings,
  settingsReset,
  settingsWrongAnswers,
  settingsWrongAnswersFile,
  privacy,
];
