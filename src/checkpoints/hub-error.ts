/** What a person can do about most failures: it completes "... could not be fetched: WHY. ". */
const CHECK_THE_NETWORK = 'Check the network and HF_ENDPOINT (and HTTPS_PROXY, behind a proxy) and start again';

/**
 * A file of the hub that could not be had. The message completes "... could not be fetched: " for a person, and `advice`
 * is what to do, without a full stop. Neither holds a token, nor an address with a signature.
 */
export class HubError extends Error {
  override readonly name: string = 'HubError';
  readonly advice: string;

  constructor(message: string, options: ErrorOptions & { readonly advice?: string } = {}) {
    super(message, options);
    this.advice = options.advice ?? CHECK_THE_NETWORK;
  }
}

/** A failure that may pass: the transfer broke off, or the hub is overloaded. Worth another attempt after a pause. */
export class PassingHubError extends HubError {
  override readonly name: string = 'PassingHubError';
  /** How long the hub itself asks to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(
    message: string,
    options: ConstructorParameters<typeof HubError>[1] & { readonly retryAfterMs?: number | undefined } = {},
  ) {
    super(message, options);
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** What an answer that is not a file says about itself. */
export interface Refusal {
  readonly status: number;
  /** The hub's host, e.g. `huggingface.co`. */
  readonly host: string;
  /** The file's path in its repository. */
  readonly file: string;
  readonly hasToken: boolean;
  readonly retryAfter: string | null;
  readonly now: number;
}

const GATED =
  'If it is gated, ask for access on its page of the hub; then put a token of an account that may read it into HF_TOKEN in .env';

/** The error for an HTTP status other than success: what it means, and what to do. */
export function refused(refusal: Refusal): HubError {
  const { status, host, file, hasToken } = refusal;
  const answers = `${host} answers ${status} for ${file}`;
  if (status === 401 || status === 403) {
    return hasToken
      ? new HubError(`${answers}: the token in HF_TOKEN is wrong or may not read it`, {
          advice:
            'Make a new token on the hub that may read it, after its page grants your account access, and put it into .env',
        })
      : new HubError(`${answers}: there is no such checkpoint, or it is gated or private`, {
          advice: `Check its name. ${GATED}`,
        });
  }
  if (status === 404) {
    return new HubError(`${answers}: it is not there`, {
      advice:
        'Check the name and revision, and HF_ENDPOINT if it is a mirror. A checkpoint needs config.json, preprocessor_config.json, ' +
        'tokenizer.json, tokenizer_config.json, onnx/text_model.onnx and onnx/vision_model.onnx',
    });
  }
  if (status === 429) {
    return new PassingHubError(`${answers}: it is asked too often`, {
      advice: hasToken ? 'Try again later' : 'Try again later. A token of the hub in HF_TOKEN raises the limit',
      retryAfterMs: readRetryAfter(refusal),
    });
  }
  if (status >= 500) {
    return new PassingHubError(`${answers}: it has trouble of its own`, {
      advice: 'Try again later',
      retryAfterMs: readRetryAfter(refusal),
    });
  }
  return new HubError(answers);
}

/** RFC 9110, section 10.2.3: a number of seconds or a date. Undefined where it is neither. */
function readRetryAfter({ retryAfter, now }: Refusal): number | undefined {
  if (retryAfter === null) return undefined;
  if (/^\d+$/.test(retryAfter.trim())) return Number(retryAfter) * 1000;
  const date = Date.parse(retryAfter);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

const CONNECTION_LOST = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'UND_ERR_SOCKET', 'UND_ERR_BODY_TIMEOUT']);

/** Whatever was thrown while a file was fetched, as a HubError: no network, a full disk, a cache that can't be written. */
export function asHubError(error: unknown): HubError {
  if (error instanceof HubError) return error;
  const causes = causesOf(error);
  const code = causes
    .map((cause) => ('code' in cause ? cause.code : undefined))
    .find((found) => typeof found === 'string');
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new HubError('the disk is full', {
      cause: error,
      advice: 'Make room, or name a folder on another disk in GLIMPSE_CACHE; the next start goes on where it stopped',
    });
  }
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
    return new HubError('the cache folder cannot be written', {
      cause: error,
      advice: 'Let this user write there, or name another folder in GLIMPSE_CACHE',
    });
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new HubError(`the hub's name is not found: there seems to be no network (${code})`, { cause: error });
  }
  const proxyStatus = causes.map(({ message }) => /^Proxy response \((\d{3})\)/.exec(message)?.[1]).find(Boolean);
  if (proxyStatus !== undefined) {
    return new HubError(`the proxy answers ${proxyStatus}`, {
      cause: error,
      advice: 'Check HTTPS_PROXY and HTTP_PROXY, and the name and password in them',
    });
  }
  const message = `the hub cannot be reached (${code ?? plainWords(causes)})`;
  return code !== undefined && CONNECTION_LOST.has(code)
    ? new PassingHubError(message, { cause: error })
    : new HubError(message, { cause: error });
}

/** An error and what it was caused by, the outermost first. */
function causesOf(error: unknown): readonly Error[] {
  return error instanceof Error ? [error, ...causesOf(error.cause)] : [];
}

/** The innermost message, where it is a few plain words: one with an address in it might show a password. */
function plainWords(causes: readonly Error[]): string {
  const message = causes.at(-1)?.message ?? '';
  return /^[\w .-]{1,60}$/.test(message) ? message : 'for a reason unknown to me';
}
