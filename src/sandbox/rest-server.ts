import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError, refusals } from './api-error.ts';
import { Cdn } from './cdn.ts';
import { type RequestBody, readBody } from './request-body.ts';
import type { ApiDescription, LoggedRequest } from './request-log.ts';
import { type ApiReply, matchRoute, type Route } from './route.ts';

/** Discord turns away clients that do not say what they are ("User Agent"). */
const USER_AGENT = /^DiscordBot \(.+, ?.+\)/;

/** Trouble that was ordered for the next request of a kind. */
interface Trouble {
  readonly route: string;
  readonly reply: ApiReply;
  readonly headers: Readonly<Record<string, string>>;
}

/** What the REST side needs to know to do its work. */
export interface RestSettings {
  readonly routes: readonly Route[];
  readonly cdn: Cdn;
  readonly token: string;
  readonly description: ApiDescription | undefined;
  /** Called with each request as it comes in, before it is answered. */
  readonly log: (request: LoggedRequest) => void;
}

/** Discord's REST API v10 and its CDN over HTTP: matching, authorization, checking and logging around the routes. */
export class RestServer {
  readonly #settings: RestSettings;
  readonly #troubles: Trouble[] = [];

  constructor(settings: RestSettings) {
    this.#settings = settings;
  }

  /** Answers the next request to `route` (e.g. `/channels/{channel_id}/messages`) with 429, to be tried again later. */
  rateLimitNext(route: string, retryAfterSeconds: number): void {
    this.#troubles.push({
      route,
      reply: {
        status: 429,
        body: { message: 'You are being rate limited.', retry_after: retryAfterSeconds, global: false },
      },
      headers: { 'Retry-After': String(retryAfterSeconds), 'X-RateLimit-Scope': 'user' },
    });
  }

  /** Answers the next request to `route` with a refusal or a failure of Discord's own, e.g. 503. */
  failNext(route: string, status: number, code = 0, message = `${status}: loopback failure`): void {
    this.#troubles.push({ route, reply: { status, body: { code, message } }, headers: {} });
  }

  /** Answers one HTTP request. */
  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://loopback');
    if (Cdn.has(url)) {
      const { status, contentType, body } = await this.#settings.cdn.answer(url);
      response.writeHead(status, { 'Content-Type': contentType, 'Content-Length': body.byteLength });
      response.end(request.method === 'HEAD' ? undefined : body);
      return;
    }
    const { reply, headers } = await this.#answer(request, url);
    const text = reply.body === undefined ? undefined : JSON.stringify(reply.body);
    response.writeHead(reply.status, { ...headers, ...(text !== undefined && { 'Content-Type': 'application/json' }) });
    response.end(text);
  }

  async #answer(request: IncomingMessage, url: URL): Promise<Pick<Trouble, 'reply' | 'headers'>> {
    const method = request.method ?? 'GET';
    const [, path] = /^\/api\/v10(\/.*)$/.exec(url.pathname) ?? [];
    const match = path === undefined ? undefined : matchRoute(this.#settings.routes, method, path);
    const came = await readBody(request).catch((error: unknown) =>
      error instanceof ApiError ? error : refusals.invalidJson(),
    );
    const { body, files }: RequestBody = came instanceof ApiError ? { body: undefined, files: new Map() } : came;
    const logged: LoggedRequest = {
      method,
      route: match?.route.path ?? path ?? url.pathname,
      params: match?.params ?? {},
      query: Object.fromEntries(url.searchParams),
      authorization: this.#authorization(request),
      contentType: request.headers['content-type'],
      body,
      files: [...files.values()].map(({ name, bytes }) => ({ name, size: bytes.byteLength })),
      status: 0,
      reply: undefined,
      problems: [],
    };
    this.#settings.log(logged);

    const trouble = this.#takeTrouble(logged.route);
    if (trouble) {
      logged.status = trouble.reply.status;
      logged.reply = trouble.reply.body;
      return trouble;
    }
    const handle = (): ApiReply => {
      if (path === undefined) throw refusals.invalidVersion();
      if (!USER_AGENT.test(request.headers['user-agent'] ?? '')) throw refusals.invalidClient();
      if (!match) throw refusals.notFound();
      if (match.route.auth === 'bot' && logged.authorization !== 'bot') throw refusals.unauthorized();
      if (came instanceof ApiError) throw came;
      const problems = this.#settings.description?.requestProblems(logged) ?? [];
      logged.problems.push(...problems.map((problem) => `request: ${problem}`));
      if (problems.length > 0)
        throw refusals.invalidForm(problems.map((message) => ({ path: [], code: 'OPENAPI', message })));
      return match.route.handle({ params: match.params, query: url.searchParams, body, files });
    };
    const reply = attempt(handle, logged);
    logged.status = reply.status;
    logged.reply = reply.body;
    const problems = this.#settings.description?.replyProblems(logged) ?? [];
    logged.problems.push(...problems.map((problem) => `reply: ${problem}`));
    return { reply, headers: {} };
  }

  #authorization(request: IncomingMessage): LoggedRequest['authorization'] {
    const header = request.headers.authorization;
    if (header === undefined) return 'none';
    return header === `Bot ${this.#settings.token}` ? 'bot' : 'wrong';
  }

  #takeTrouble(route: string): Trouble | undefined {
    const index = this.#troubles.findIndex((trouble) => trouble.route === route);
    return index < 0 ? undefined : this.#troubles.splice(index, 1)[0];
  }
}

/** The answer, or the refusal that was thrown. Anything else is a mistake in the loopback, which the log then tells of. */
function attempt(handle: () => ApiReply, logged: LoggedRequest): ApiReply {
  try {
    return handle();
  } catch (error) {
    if (error instanceof ApiError) return { status: error.status, body: error.toBody() };
    logged.problems.push(`loopback: ${error instanceof Error ? error.stack : String(error)}`);
    return { status: 500, body: { code: 0, message: '500: Internal Server Error' } };
  }
}
