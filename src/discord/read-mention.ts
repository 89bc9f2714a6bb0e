/** What is asked where a mention says nothing. */
export const DEFAULT_QUESTION = 'what is this?';

/** The part of a message that tells whether the bot is addressed. */
export interface MentionLike {
  readonly content: string;
  /** In a direct message there is nobody else to address. */
  readonly direct: boolean;
  /** The bot is pinged, if only because the message replies to one of its own. */
  readonly pinged: boolean;
  readonly hasPicture: boolean;
}

/**
 * The question of a message that addresses the bot, or undefined where it does not: no mention, a role or @everyone,
 * or a mere reply to the bot ("thanks!") without a picture.
 */
export function readMention(message: MentionLike, botId: string): string | undefined {
  const mentioned = new RegExp(`<@!?${botId}>`).test(message.content);
  const addressed = mentioned || message.direct || (message.pinged && message.hasPicture);
  return addressed ? questionIn(message.content) : undefined;
}

/** The words of a message: without mentions, custom emoji as their names, the default question where nothing is left. */
function questionIn(content: string): string {
  const words = content
    .replace(/<(?:@[!&]?|#)\d+>/g, ' ')
    .replace(/<a?:(\w+):\d+>/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  return /[\p{L}\p{N}]/u.test(words) ? words : DEFAULT_QUESTION;
}
