import type { APIMessage, APIUser } from 'discord.js';
import type { Upload } from './attachments.ts';
import type { BotMessages } from './bot-messages.ts';
import type { Cdn } from './cdn.ts';
import { MESSAGE_FLAG, parseMessage } from './message-form.ts';
import { MEMBER_PERMISSIONS } from './permissions.ts';
import { addMember } from './servers.ts';
import type { Channel, Guild, GuildChannel, World } from './world.ts';

/** A webhook, or a bot that is not the one under test: writes whatever Discord takes as a payload. */
export interface Poster {
  readonly user: APIUser;
  /**
   * Posts a message, given as Discord's API takes one, in JSON, e.g. `{ flags: 1 << 15, components: [...] }`; files are meant
   * by `attachment://NAME`. Rejects with the ApiError that Discord would answer with. A webhook writes in its own channel alone.
   */
  post(channel: Channel, payload: object, files?: readonly Upload[]): Promise<APIMessage>;
  /** Changes an own message, e.g. to embeds that come late. */
  edit(message: APIMessage, payload: object, files?: readonly Upload[]): Promise<APIMessage>;
}

/** The parts of the loopback that posting goes through. */
export interface PostOffice {
  readonly world: World;
  readonly cdn: Cdn;
  readonly messages: BotMessages;
}

const FLAGS = MESSAGE_FLAG.suppressEmbeds | MESSAGE_FLAG.suppressNotifications | MESSAGE_FLAG.componentsV2;

/** Adds another bot to a server. */
export function addOtherBot(office: PostOffice, guild: Guild, name: string): Poster {
  const user = office.world.addUser(name, true);
  addMember(office.world, guild, user, MEMBER_PERMISSIONS);
  return poster(office, user, undefined);
}

/** Adds a webhook to a channel. Its author is no user, and bears the webhook's id. */
export function addWebhook(office: PostOffice, channel: GuildChannel, name: string): Poster {
  const user: APIUser = {
    id: office.world.nextId(),
    username: name,
    discriminator: '0000',
    global_name: null,
    avatar: null,
    bot: true,
  };
  return poster(office, user, channel);
}

function poster({ world, cdn, messages }: PostOffice, user: APIUser, only: GuildChannel | undefined): Poster {
  const numbered = (files: readonly Upload[]) => new Map(files.map((file, index) => [String(index), file]));
  // Of files, a person who writes a test says all there is to say, so they need no entries in `attachments`.
  return {
    user,
    post: async (channel, payload, files = []) => {
      if (only && only !== channel) throw new TypeError(`the webhook ${user.username} is not in that channel`);
      const extra = only ? { webhook_id: user.id } : {};
      const parsed = parseMessage(payload, { allowedFlags: FLAGS });
      return cdn.renew(messages.create(channel, parsed, numbered(files), { author: user, extra }).message);
    },
    edit: async (message, payload, files = []) => {
      const stored = world.messages.get(message.id);
      if (stored?.message.author.id !== user.id) throw new TypeError('only its author edits a message');
      const presentFlags = stored.message.flags ?? 0;
      messages.edit(stored, parseMessage(payload, { allowedFlags: FLAGS, presentFlags }), numbered(files));
      return cdn.renew(stored.message);
    },
  };
}
