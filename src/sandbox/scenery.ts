import type { APIMessage } from 'discord.js';
import { Actor } from './actor.ts';
import { addEmoji, addSticker, type StickerParts } from './add-expressions.ts';
import type { BotMessages } from './bot-messages.ts';
import type { Emoji, Sticker } from './expressions.ts';
import { DEFAULT_LOCALE, type LocaleCode } from './locale.ts';
import { addOtherBot, addWebhook, type Poster } from './other-posters.ts';
import { BOT_PERMISSIONS, MEMBER_PERMISSIONS } from './permissions.ts';
import { type Stage, view } from './person-acts.ts';
import * as servers from './servers.ts';
import type { Page } from './web.ts';
import type { GroupChannel, Guild, GuildChannel, Role, StoredMessage } from './world.ts';

/** What a test puts into the loopback Discord, and lets happen there. */
export interface Scenery {
  /** A server, with the bot in it unless `hasBot` is false. `locale` is its preferred one, `en-US` by default. */
  addGuild(name: string, settings?: { hasBot?: boolean; locale?: LocaleCode }): Guild;
  addChannel(guild: Guild, name: string, settings?: { nsfw?: boolean; botPermissions?: bigint }): GuildChannel;
  /** A public thread, from a message of the channel where `from` is given. The server's owner starts it unless `owner` does. */
  addThread(channel: GuildChannel, name: string, settings?: { from?: APIMessage; owner?: Actor }): GuildChannel;
  /** Somebody new as a member; or somebody who is there, who joins, or is given these permissions instead. */
  addMember(guild: Guild, who: string | Actor, permissions?: bigint): Actor;
  addRole(guild: Guild, name: string, settings?: { permissions?: bigint; mentionable?: boolean }): Role;
  giveRole(guild: Guild, who: Actor, role: Role): void;
  /** A conversation between people, without the bot. */
  addGroup(...members: Actor[]): GroupChannel;
  /** Somebody who shares no server with the bot, and can write to it directly. */
  addStranger(name: string): Actor;
  /** An emoji of a server's, out of a PNG, JPEG, WebP or GIF file; a GIF moves. Write its `mention` into a message. */
  addEmoji(guild: Guild, parts: { name: string; bytes: Uint8Array }): Emoji;
  /** A server's sticker, or with undefined a standard one, out of a PNG, APNG, GIF or Lottie file. Post it by `stickers`. */
  addSticker(guild: Guild | undefined, parts: StickerParts): Sticker;
  /** Another bot, which posts what Discord takes from bots, e.g. galleries of pictures. */
  addOtherBot(guild: Guild, name: string): Poster;
  addWebhook(channel: GuildChannel, name: string): Poster;
  /** Puts a picture's bytes or a page at an address outside of Discord, so that links to it have previews. */
  publish(address: string, what: Uint8Array | Page): void;
  /** Adds the previews of its links to a message that was posted with `previewsLater`. */
  showPreviews(message: APIMessage): APIMessage;
  changeChannel(channel: GuildChannel, changes: Partial<servers.ChannelSettings>): void;
  /** Deletes a channel or a thread with all that is in it. */
  deleteChannel(channel: GuildChannel): void;
  /** Deletes several messages of one channel at once, as a moderator's bot does. */
  bulkDelete(messages: readonly APIMessage[]): void;
  /** Somebody removes the bot from a server. */
  removeBot(guild: Guild): void;
  /** Somebody adds the bot to a server. */
  addBot(guild: Guild): void;
  /** Begins an outage of a server, which ends with `restoreGuild`. */
  failGuild(guild: Guild): void;
  restoreGuild(guild: Guild): void;
}

/** The parts of the loopback that all this goes through. */
export interface Backstage extends Stage {
  readonly messages: BotMessages;
}

/** All of this for one loopback Discord. */
export function makeScenery(stage: Backstage): Scenery {
  const { world, cdn, web } = stage;
  const stored = ({ id }: APIMessage): StoredMessage => {
    const found = world.messages.get(id);
    if (!found) throw new TypeError(`there is no message ${id}`);
    return found;
  };
  return {
    addGuild: (name, { hasBot = true, locale = DEFAULT_LOCALE } = {}) =>
      servers.addGuild(world, name, { hasBot, locale }),
    addChannel: (guild, name, { nsfw = false, botPermissions = BOT_PERMISSIONS } = {}) =>
      servers.addChannel(world, guild, { name, nsfw, botPermissions }),
    addThread: (channel, name, { from, owner } = {}) =>
      servers.addThread(world, channel, {
        name,
        owner: owner?.user ?? channel.guild.owner,
        from: from && stored(from),
      }),
    addMember: (guild, who, permissions = MEMBER_PERMISSIONS) => {
      const actor = typeof who === 'string' ? new Actor(world.addUser(who), stage) : who;
      servers.addMember(world, guild, actor.user, permissions);
      return actor;
    },
    addRole: (guild, name, { permissions = 0n, mentionable = false } = {}) =>
      servers.addRole(world, guild, { name, permissions, mentionable }),
    giveRole: (guild, { user }, role) => {
      const member = guild.members.get(user.id);
      if (!member) throw new TypeError(`${user.username} is not in ${guild.name}`);
      member.roles.add(role);
    },
    addGroup: (...members) => world.addGroup(members.map(({ user }) => user)),
    addStranger: (name) => new Actor(world.addUser(name), stage),
    addEmoji: (guild, parts) => addEmoji(world, cdn, guild, parts),
    addSticker: (guild, parts) => addSticker(world, cdn, guild, parts),
    addOtherBot: (guild, name) => addOtherBot(stage, guild, name),
    addWebhook: (channel, name) => addWebhook(stage, channel, name),
    publish: (address, what) => web.publish(address, what),
    showPreviews: (message) => {
      const shown = stored(message);
      const { embeds, content } = shown.message;
      world.editMessage(shown, { embeds: [...embeds, ...web.previews(content)] });
      return view(stage, shown);
    },
    changeChannel: (channel, changes) => servers.changeChannel(world, channel, changes),
    deleteChannel: (channel) => servers.deleteChannel(world, channel),
    bulkDelete: (messages) => {
      const all = messages.map(stored);
      const [first] = all;
      if (!first || all.some(({ channel }) => channel !== first.channel))
        throw new TypeError('messages are deleted at once in one channel');
      world.deleteMessages(first.channel, all);
    },
    removeBot: (guild) => servers.removeBot(world, guild),
    addBot: (guild) => servers.addBot(world, guild),
    failGuild: (guild) => servers.setAvailable(world, guild, false),
    restoreGuild: (guild) => servers.setAvailable(world, guild, true),
  };
}
