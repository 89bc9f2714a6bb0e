import type { APIMessage, APIUser } from 'discord.js';
import type { MessagePayload } from './message-form.ts';

/** Whom a message pings: the parts of a message object that say so. */
export type Mentions = Pick<APIMessage, 'mentions' | 'mention_roles' | 'mention_everyone'>;

/**
 * Finds who is pinged by a message's words, as far as `allowed` lets it. Where `allowed` is absent, Discord pings
 * everybody named (resources/message, "Allowed Mentions Object").
 */
export function findMentions(
  content: string,
  allowed: MessagePayload['allowed_mentions'],
  users: ReadonlyMap<string, APIUser>,
  repliedTo?: APIUser,
): Mentions {
  const parses = (kind: 'users' | 'roles' | 'everyone') => !allowed || (allowed.parse ?? []).includes(kind);
  const named = [...content.matchAll(/<@!?(\d+)>/g)].map(([, id = '']) => id);
  const roles = [...content.matchAll(/<@&(\d+)>/g)].map(([, id = '']) => id);
  const pinged = new Set(named.filter((id) => parses('users') || allowed?.users?.includes(id)));
  if (repliedTo && (allowed ? allowed.replied_user === true : true)) pinged.add(repliedTo.id);
  return {
    mentions: [...pinged].flatMap((id) => users.get(id) ?? []),
    mention_roles: [...new Set(roles.filter((id) => parses('roles') || allowed?.roles?.includes(id)))],
    mention_everyone: /@(everyone|here)\b/.test(content) && parses('everyone'),
  };
}
