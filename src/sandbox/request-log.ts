/** One request that a bot made to the REST API, and how it went. */
export interface LoggedRequest {
  readonly method: string;
  /** The route as Discord's OpenAPI description spells it, e.g. `/channels/{channel_id}/messages`; or the path itself where no route has it. */
  readonly route: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly authorization: 'bot' | 'wrong' | 'none';
  readonly contentType: string | undefined;
  /** The JSON, or the `payload_json` of a multipart body. */
  readonly body: unknown;
  readonly files: readonly { readonly name: string; readonly size: number }[];
  /** 0 until it has been answered. */
  status: number;
  reply: unknown;
  /** What is wrong with the request, or with the loopback's own answer, by Discord's OpenAPI description. */
  readonly problems: string[];
}

/** Checks traffic against a description of Discord's API. Each answer is empty where nothing is wrong. */
export interface ApiDescription {
  requestProblems(request: Omit<LoggedRequest, 'status' | 'reply' | 'problems'>): readonly string[];
  replyProblems(request: Pick<LoggedRequest, 'method' | 'route' | 'status' | 'reply'>): readonly string[];
}
