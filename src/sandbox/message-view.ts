import type { APIMessage } from 'discord.js';
import type { StoredMessage } from './world.ts';

/**
 * A message as it is now: the one that it replies to may have been edited since then, or is gone, which Discord shows as
 * null. Of what that one replies to in turn there is nothing but the reference.
 */
export function asItIs(message: APIMessage, messages: ReadonlyMap<string, StoredMessage>): APIMessage {
  const id = message.message_reference?.message_id;
  if (!('referenced_message' in message) || id === undefined) return message;
  const referenced = messages.get(id)?.message;
  return { ...message, referenced_message: referenced ? withoutReferenced(referenced) : null };
}

/** A message without the one that it replies to, as it comes in an interaction (discord.net, issue 2567). */
export function withoutReferenced({ referenced_message: _, ...message }: APIMessage): APIMessage {
  return message;
}
