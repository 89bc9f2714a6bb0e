import { ButtonStyle, channelMention, type Guild, SectionBuilder } from 'discord.js';
import { percent } from '../chart.ts';
import type { ServerSettings } from '../memory/settings.ts';
import type { Context, ReplyPayload } from './command.ts';
import { mayAttach, missingPermissions } from './missing-permissions.ts';
import { button, heading, lines, panel, row, rule, small } from './panel.ts';
import { channelMenu, choiceMenu, roleMenu } from './panel-settings-menus.ts';
import type { Words } from './words/en.ts';

/** What the custom ids of the settings' controls start with. */
export const SETTINGS = {
  change: 'settings',
  reset: 'settings-reset',
  wrongAnswers: 'settings-wrong',
  exportWrongAnswers: 'settings-wrong-file',
} as const;

/** What stands after the first colon in the custom id of a control that changes a setting. */
export const SETTING = {
  captions: 'captions',
  silent: 'silent',
  roles: 'roles',
  everybody: 'everybody',
  threshold: 'threshold',
  style: 'style',
  /** Changes nothing: back to the overview. */
  none: 'none',
} as const;

/** The value of the choice that leaves the threshold to Glimpse. */
const OWN_THRESHOLD = 'own';
/** Thresholds to choose from, as shares. */
export const THRESHOLDS = [0.3, 0.5, 0.7, 0.9] as const;
/** Styles to choose from. */
export const STYLES = ['short', 'bars', 'chart'] as const;

/** Channels that are named one by one where something is missing in them. */
const NAMED_CHANNELS = 10;

/** All settings of a server, each with a menu that changes it at once. `notice` says what a change has brought about. */
export function settingsPanel(settings: ServerSettings, guild: Guild, context: Context, notice = ''): ReplyPayload {
  const { words, memory, readsMessages } = context;
  const { settings: said } = words;
  const { captionChannels, silentChannels, allowedRoles, threshold, style } = settings;
  const exists = (id: string) => guild.channels.cache.has(id);
  const captioned = captionChannels.filter(exists);
  const roles = allowedRoles.filter((id) => guild.roles.cache.has(id));
  const wrongAnswers = memory.corrections.count(guild.id);
  const id = (setting: keyof typeof SETTING) => `${SETTINGS.change}:${SETTING[setting]}`;
  return panel([
    lines(heading(said.title), said.hint, notice && `**${notice}**`),
    rule(),
    lines(
      `**${said.captions}**`,
      small(said.captionsHint),
      readsMessages ? '' : said.captionsBlind,
      ...missingIn(captioned, guild, words),
    ),
    row(channelMenu(id('captions'), captioned, { placeholder: said.noChannel, voice: false })),
    lines(`**${said.silent}**`, small(said.silentHint)),
    row(channelMenu(id('silent'), silentChannels.filter(exists), { placeholder: said.noChannel, voice: true })),
    rule(),
    new SectionBuilder()
      .addTextDisplayComponents(
        lines(
          `**${said.roles}**`,
          small(said.rolesHint(allowedRoles.length === 0)),
          goneRoles(allowedRoles.length - roles.length, roles.length, words),
        ),
      )
      .setButtonAccessory(
        button(id('everybody'), said.everybody, ButtonStyle.Secondary).setDisabled(allowedRoles.length === 0),
      ),
    row(roleMenu(id('roles'), roles, said.noRole)),
    lines(`**${said.threshold}**`, small(said.thresholdHint)),
    row(
      choiceMenu(id('threshold'), threshold === undefined ? OWN_THRESHOLD : String(threshold), [
        { value: OWN_THRESHOLD, label: said.ownThreshold },
        ...THRESHOLDS.map((share) => ({ value: String(share), label: said.thresholdOf(percent(share)) })),
      ]),
    ),
    lines(`**${said.style}**`),
    row(
      choiceMenu(
        id('style'),
        style,
        STYLES.map((value) => ({ value, label: said.styles[value] })),
      ),
    ),
    rule(),
    row(
      button(SETTINGS.wrongAnswers, said.wrongAnswers(wrongAnswers), ButtonStyle.Secondary).setDisabled(
        wrongAnswers === 0,
      ),
      button(`${SETTINGS.reset}:ask`, said.reset, ButtonStyle.Danger),
    ),
  ]);
}

/** The question before all settings are lost. */
export function resetPanel({ settings: said }: Words): ReplyPayload {
  return panel([
    lines(heading(said.resetQuestion), said.resetHint),
    row(
      button(`${SETTINGS.reset}:yes`, said.resetYes, ButtonStyle.Danger),
      button(`${SETTINGS.change}:${SETTING.none}`, said.resetNo, ButtonStyle.Secondary),
    ),
  ]);
}

/** What the bot lacks in the channels that it is to caption, a line for each. */
function missingIn(channelIds: readonly string[], guild: Guild, { settings: said }: Words): readonly string[] {
  const channels = channelIds.flatMap((id) => guild.channels.cache.get(id) ?? []);
  const lacking = channels
    .map((channel) => ({ channel, missing: missingPermissions(channel) }))
    .filter(({ missing }) => missing.length > 0);
  const named = lacking
    .slice(0, NAMED_CHANNELS)
    .map(({ channel, missing }) =>
      said.lacks(channelMention(channel.id), missing.map((name) => said.permissions[name]).join(', ')),
    );
  const fileless = channels.filter((channel) => !mayAttach(channel));
  const more = lacking.length - named.length;
  return [
    ...named,
    ...(more > 0 ? [said.lacksInMore(more)] : []),
    ...(fileless.length > 0 ? [said.cantAttach(mentions(fileless.map(({ id }) => id)))] : []),
  ];
}

/** Channels as links to them. */
export const mentions = (channelIds: readonly string[]): string => channelIds.map(channelMention).join(', ');

function goneRoles(gone: number, left: number, { settings: said }: Words): string {
  if (gone === 0) return '';
  return left === 0 ? `**${said.rolesAllGone}**` : said.rolesGone(gone);
}
