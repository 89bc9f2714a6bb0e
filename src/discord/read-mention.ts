/** What is asked where a mention says nothing. */
export const DEFAULT_QUESTION = 'what is this?';

/** The part of a message that tells whether the bot is addressed. */
export interface MentionLike {
  readonly content: string;
  /** In a direct message there is nobody else to address. */
  readonly direct: boolean;
  /** The bot is pinged, if only because the message replies to one of its own. */
  readonly pinged: boolean;
  /** The message replies to one of the bot's, with or without a ping. */
  readonly repliesToBot: boolean;
  /** It brings a picture of its own; a sticker or an emoji is none. */
  readonly hasPicture: boolean;
}

/**
 * The question of a message that addresses the bot, or undefined where it does not: no mention, a role or @everyone,
 * or a mere reply to the bot ("thanks!") that brings no picture and asks nothing.
 */
export function readMention(message: MentionLike, botId: string): string | undefined {
  const { content, direct, pinged, repliesToBot, hasPicture } = message;
  const mentioned = new RegExp(`<@!?${botId}>`).test(content);
  const words = wordsOf(content);
  // Whoever replies to the bot talks with it already: then even in a direct message not every word is a question.
  const addressed = repliesToBot ? asks(words) : direct;
  if (!mentioned && !addressed && !(hasPicture && (direct || pinged))) return undefined;
  return /[\p{L}\p{N}]/u.test(words) ? words : DEFAULT_QUESTION;
}

const OPENING = /^(?:(?:and|but|so|or|ok(?:ay)?|well|hey|then|now),? )*/i;
/** How English questions begin, and what people say instead of one: "count the dogs". */
const QUESTION =
  /^(?:what|which|where|who|whose|when|why|how|is|are|was|were|does|do|did|can|could|has|have|will|would|describe|count|name|tell me)(?:'?s|'re)?(?= |$)/i;
/** What begins like a question and is none: "how cute!", "what a nice dog", "do it", "have fun". */
const EXCLAMATION =
  /^(?:how (?!many|much|old|big|long|far)\w+|what an? .*|who (?:cares|knows)|will do|count me.*|(?:have|do) (?!they|you|we|these|those|the\b|any).*)$|!$/i;

/** Whether a reply to an answer asks something further. Among those, "nice, thanks" and "I don't know" are no questions. */
function asks(words: string): boolean {
  if (words.includes('?')) return true;
  const said = words.replace(OPENING, '');
  return QUESTION.test(said) && !EXCLAMATION.test(said);
}

/** The words of a message without links, mentions, custom emoji and Discord's other marks. */
export function wordsOf(content: string): string {
  return content
    .replace(/<?https?:\/\/[^\s<>]+>?/gi, ' ')
    .replace(/<(?:@[!&]?|#|a?:\w+:|t:|id:|\/[^<>]*:)[\w:-]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
