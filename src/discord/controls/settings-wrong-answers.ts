import { PermissionFlagsBits } from 'discord.js';
import type { Control } from '../command.ts';
import { exportCorrections } from '../export-corrections.ts';
import { managedServer } from '../managed-server.ts';
import { SETTINGS } from '../panel-settings.ts';
import { SHOWN_CORRECTIONS, wrongAnswersPanel } from '../panel-wrong-answers.ts';
import { ToldError } from '../told-error.ts';

/** "Wrong answers" in `/settings`: the newest that people told Glimpse of. */
export const settingsWrongAnswers: Control = {
  id: SETTINGS.wrongAnswers,
  answers: 'with a reply',
  defer: 'ephemeral',
  free: true,
  async execute(interaction, { memory: { corrections }, words }) {
    const { id } = managedServer(interaction);
    return wrongAnswersPanel(corrections.list(id, SHOWN_CORRECTIONS), corrections.count(id), words);
  },
};

/** "All as a file" below the wrong answers. */
export const settingsWrongAnswersFile: Control = {
  id: SETTINGS.exportWrongAnswers,
  answers: 'with a reply',
  defer: 'ephemeral',
  free: true,
  async execute(interaction, { memory: { corrections }, words }) {
    const { id } = managedServer(interaction);
    const { appPermissions, attachmentSizeLimit } = interaction;
    const { corrections: said } = words.settings;
    if (!appPermissions.has(PermissionFlagsBits.AttachFiles)) {
      throw new ToldError('not-allowed', ({ settings }) => settings.corrections.cantAttach);
    }
    const all = corrections.export(id);
    if (all.length === 0) return { content: said.none };
    const { bytes, count } = exportCorrections(all, attachmentSizeLimit);
    return {
      content: count === all.length ? said.exported(count) : said.exportedNewest(count, all.length),
      files: [{ attachment: bytes, name: 'wrong-answers.json' }],
    };
  },
};
