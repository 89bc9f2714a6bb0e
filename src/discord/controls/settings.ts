import type { ServerSettings, SettingsChange } from '../../memory/settings.ts';
import { type ComponentInteraction, type Control, stateOf } from '../command.ts';
import { managedServer } from '../managed-server.ts';
import { mentions, SETTING, SETTINGS, STYLES, settingsPanel, THRESHOLDS } from '../panel-settings.ts';
import type { Words } from '../words/en.ts';

/** A choice in the menus of `/settings`: it holds at once, and the overview shows it. */
export const settings: Control = {
  id: SETTINGS.change,
  answers: 'in place',
  free: true,
  async execute(interaction, context) {
    const server = managedServer(interaction);
    const { memory, words } = context;
    const [setting = SETTING.none] = stateOf(interaction.customId);
    const { change, notice } = chosen(setting, valuesOf(interaction), memory.settings.get(server.id), words);
    return settingsPanel(memory.settings.change(server.id, change), server, context, notice);
  },
};

const valuesOf = (interaction: ComponentInteraction): readonly string[] =>
  interaction.isAnySelectMenu() ? interaction.values : [];

interface Choice {
  readonly change: SettingsChange;
  /** What else the choice has brought about. */
  readonly notice?: string;
}

/** What a choice changes. A channel is never both captioned and silent: the newer choice wins. */
function chosen(setting: string, values: readonly string[], now: ServerSettings, { settings: said }: Words): Choice {
  const chosenToo = (id: string) => values.includes(id);
  const rest = (id: string) => !values.includes(id);
  const { captionChannels, silentChannels, guildId } = now;
  const [value] = values;
  switch (setting) {
    case SETTING.captions: {
      const moved = silentChannels.filter(chosenToo);
      return {
        change: { captionChannels: values, silentChannels: silentChannels.filter(rest) },
        ...(moved.length > 0 && { notice: said.nowCaptioned(mentions(moved)) }),
      };
    }
    case SETTING.silent: {
      const moved = captionChannels.filter(chosenToo);
      return {
        change: { silentChannels: values, captionChannels: captionChannels.filter(rest) },
        ...(moved.length > 0 && { notice: said.nowSilent(mentions(moved)) }),
      };
    }
    case SETTING.roles:
      // The role that everybody has bears the server's id.
      return { change: { allowedRoles: values.includes(guildId) ? [] : values } };
    case SETTING.everybody:
      return { change: { allowedRoles: [] } };
    case SETTING.threshold:
      return { change: { threshold: THRESHOLDS.find((share) => String(share) === value) } };
    case SETTING.style: {
      const style = STYLES.find((name) => name === value);
      return { change: style ? { style } : {} };
    }
    default:
      return { change: {} };
  }
}
