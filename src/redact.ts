/**
 * A text without what must not reach a log: the token in an interaction's or a webhook's address, a bot's token, and
 * the signature of a picture's address.
 */
export function redact(text: string): string {
  return text
    .replace(/(\/(?:interactions|webhooks)\/\d+\/)[^/?#\s"']+/g, '$1[token]')
    .replace(/\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}\b/g, '[token]')
    .replace(/(https?:\/\/[^\s"'?]+)\?[^\s"']*/g, '$1?[signature]');
}

/** The fields of an error that a log may hold. A DiscordAPIError's own hold the request's body and its address. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string | number;
  readonly status?: number;
  readonly method?: string;
  readonly url?: string;
  readonly stack?: string;
  readonly cause?: LoggedError;
}

/** What may be logged of a thrown value: no request body, nothing else that the error carries, every text redacted. */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: redact(String(error)) };
  const { code, status, method, url } = error as Partial<Record<'code' | 'status' | 'method' | 'url', unknown>>;
  return {
    type: error.name,
    message: redact(error.message),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof status === 'number' ? { status } : {}),
    ...(typeof method === 'string' ? { method } : {}),
    ...(typeof url === 'string' ? { url: redact(url) } : {}),
    ...(error.stack ? { stack: redact(error.stack) } : {}),
    ...(error.cause && depth < 3 ? { cause: loggedError(error.cause, depth + 1) } : {}),
  };
}
