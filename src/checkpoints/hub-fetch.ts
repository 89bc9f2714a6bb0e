import type { Proxies } from '../config.ts';

/** The part of a fetch answer that downloads read. */
export interface HubResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: HubBody | null;
}

/** The part of a web stream of bytes that downloads read. */
export interface HubBody {
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
    cancel(): Promise<void>;
  };
  cancel(): Promise<void>;
}

/** The part of `fetch` that downloads use. Node's own is one. */
export type HubFetch = (
  url: string,
  init: {
    readonly method?: string;
    readonly headers: Record<string, string>;
    readonly redirect: 'manual';
    readonly signal: AbortSignal;
  },
) => Promise<HubResponse>;

/**
 * A fetch that goes through the proxies of the settings, each for its scheme and not for the hosts that need none. Node's
 * own fetch where there is no proxy: that of Node 20 knows none.
 */
export async function createHubFetch({ https, http, none }: Proxies): Promise<HubFetch> {
  if (!https && !http) return fetch;
  const undici = await import('undici');
  // Where an option is undefined the library reads the environment itself; an empty text is "no proxy".
  const dispatcher = new undici.EnvHttpProxyAgent({
    httpsProxy: https?.reveal() ?? '',
    httpProxy: http?.reveal() ?? '',
    noProxy: none ?? '',
  });
  return (url, init) => undici.fetch(url, { ...init, dispatcher });
}
