import type { Files } from './message-parts.ts';

/** A request to the API after it was matched to a route, with its body read. */
export interface ApiRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The JSON, or the `payload_json` of a multipart body; undefined where there is none. */
  readonly body: unknown;
  readonly files: Files;
}

/** The API's answer; without a body it is as empty as a 204. */
export interface ApiReply {
  readonly status: number;
  readonly body?: unknown;
}

/** One method on one of the API's paths, spelled as in Discord's OpenAPI description. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** `bot` needs the bot's token in its header; `address` carries a token in its path instead. */
  readonly auth: 'bot' | 'address';
  readonly handle: (request: ApiRequest) => ApiReply;
}

/** The value of a path's parameter. The matcher fills every one, so a missing one is a mistake in a route. */
export function param(request: ApiRequest, name: string): string {
  const value = request.params[name];
  if (value === undefined) throw new TypeError(`the route has no parameter ${name}`);
  return value;
}

/** The route for a request, and the values in its path; undefined where no route has this path and method. */
export function matchRoute(
  routes: readonly Route[],
  method: string,
  pathname: string,
): { readonly route: Route; readonly params: Readonly<Record<string, string>> } | undefined {
  const steps = pathname.split('/').map(decodeURIComponent);
  for (const route of routes) {
    if (route.method !== method) continue;
    const params = matchPath(route.path.split('/'), steps);
    if (params) return { route, params };
  }
  return undefined;
}

function matchPath(pattern: readonly string[], steps: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== steps.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const step = steps[index] ?? '';
    const [, name] = /^\{(.+)\}$/.exec(part) ?? [];
    if (name !== undefined && step !== '') params[name] = step;
    else if (part !== step) return undefined;
  }
  return params;
}
