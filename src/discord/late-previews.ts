import { setTimeout } from 'node:timers/promises';
import { DiscordAPIError, type Message } from 'discord.js';
import { findPictures } from './find-picture.ts';

/** When to look again for a link's preview, in milliseconds after each other: Discord mostly takes one second, and seldom four. */
const LOOKS_MS = [700, 1_000, 2_000];

/**
 * The message once the previews of its links are there: Discord adds them a little after it was posted
 * (discord-api-docs, issue 5406). Undefined where it has no links, or none of them turns out to be a picture.
 */
export async function withPreviews(
  message: Message,
  pause: (milliseconds: number) => Promise<unknown> = setTimeout,
): Promise<Message | undefined> {
  if (!/(?<!<)https?:\/\//.test(message.content)) return undefined;
  for (const milliseconds of LOOKS_MS) {
    await pause(milliseconds);
    try {
      const now = await message.channel.messages.fetch({ message: message.id, force: true, cache: false });
      if (findPictures(now, 'shown').length > 0) return now;
      if (now.embeds.length > 0) return undefined;
    } catch (error) {
      // Deleted meanwhile, or the bot may not read the channel's history.
      if (error instanceof DiscordAPIError) return undefined;
      throw error;
    }
  }
  return undefined;
}
