import type { z } from 'zod';

/** One thing that is wrong with a request's body: where, Discord's name for it, and its words. */
export interface FormProblem {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

/** A refusal as Discord words it: an HTTP status and the JSON body that goes with it. */
export class ApiError extends Error {
  readonly status: number;
  /** Discord's own code, e.g. 10062. */
  readonly code: number;
  readonly problems: readonly FormProblem[];

  constructor(status: number, code: number, message: string, problems: readonly FormProblem[] = []) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.problems = problems;
  }

  /** The body that Discord answers with. */
  toBody(): Record<string, unknown> {
    const body: Record<string, unknown> = { message: this.message, code: this.code };
    if (this.problems.length > 0) body.errors = nest(this.problems);
    return body;
  }
}

/** Discord's refusals, by what they mean (its documentation, "Opcodes and Status Codes", JSON error codes). */
export const refusals = {
  replyNeedsHistory: () => new ApiError(400, 160002, 'Cannot reply without permission to read message history'),
  unauthorized: () => new ApiError(401, 0, '401: Unauthorized'),
  notFound: () => new ApiError(404, 0, '404: Not Found'),
  methodNotAllowed: () => new ApiError(405, 0, '405: Method Not Allowed'),
  unknownChannel: () => new ApiError(404, 10003, 'Unknown Channel'),
  unknownGuild: () => new ApiError(404, 10004, 'Unknown Guild'),
  unknownMember: () => new ApiError(404, 10007, 'Unknown Member'),
  unknownMessage: () => new ApiError(404, 10008, 'Unknown Message'),
  unknownUser: () => new ApiError(404, 10013, 'Unknown User'),
  unknownEmoji: () => new ApiError(404, 10014, 'Unknown Emoji'),
  unknownWebhook: () => new ApiError(404, 10015, 'Unknown Webhook'),
  unknownSticker: () => new ApiError(404, 10060, 'Unknown sticker'),
  unknownInteraction: () => new ApiError(404, 10062, 'Unknown interaction'),
  unknownCommand: () => new ApiError(404, 10063, 'Unknown application command'),
  notYourApplication: () =>
    new ApiError(403, 20012, 'You are not authorized to perform this action on this application'),
  tooManyCommands: () => new ApiError(400, 30032, 'Maximum number of application commands reached'),
  invalidClient: () => new ApiError(403, 40333, 'internal network error'),
  tooLarge: () => new ApiError(413, 40005, 'Request entity too large'),
  alreadyAcknowledged: () => new ApiError(400, 40060, 'Interaction has already been acknowledged.'),
  tooManyFollowUps: () => new ApiError(400, 40094, 'This interaction has hit the maximum number of follow up messages'),
  missingAccess: () => new ApiError(403, 50001, 'Missing Access'),
  notTheAuthor: () => new ApiError(403, 50005, 'Cannot edit a message authored by another user'),
  emptyMessage: () => new ApiError(400, 50006, 'Cannot send an empty message'),
  missingPermissions: () => new ApiError(403, 50013, 'Missing Permissions'),
  invalidWebhookToken: () => new ApiError(401, 50027, 'Invalid Webhook Token'),
  invalidVersion: () => new ApiError(400, 50041, 'Invalid API version provided'),
  invalidJson: () => new ApiError(400, 50109, 'The request body contains invalid JSON.'),
  invalidForm: (problems: readonly FormProblem[]) => new ApiError(400, 50035, 'Invalid Form Body', problems),
} as const;

/** What `schema` makes of a request's body; throws the refusal 50035 with Discord's names for what is wrong. */
export function parseForm<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw refusals.invalidForm(parsed.error.issues.flatMap(fromIssue));
}

function fromIssue(issue: z.core.$ZodIssue): FormProblem[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'invalid_union') return fromUnion(issue, path);
  return [{ path, ...inDiscordsWords(issue) }];
}

/** Of a union's branches, the one that came furthest is the one that was meant. */
function fromUnion(issue: z.core.$ZodIssueInvalidUnion, path: (string | number)[]): FormProblem[] {
  const branches = issue.errors.map((issues) => issues.flatMap(fromIssue));
  const depth = (problems: readonly FormProblem[]) => Math.max(0, ...problems.map((problem) => problem.path.length));
  const best = branches.sort((a, b) => depth(b) - depth(a))[0];
  if (!best || best.length === 0)
    return [{ path, code: 'BASE_TYPE_CHOICES', message: 'The value is not one that is allowed here.' }];
  return best.map((problem) => ({ ...problem, path: [...path, ...problem.path] }));
}

function inDiscordsWords(issue: z.core.$ZodIssue): { code: string; message: string } {
  if (issue.code === 'too_big')
    return issue.origin === 'number' || issue.origin === 'int'
      ? { code: 'NUMBER_TYPE_MAX', message: `int value should be less than or equal to ${issue.maximum}.` }
      : { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` };
  if (issue.code === 'too_small')
    return issue.origin === 'number' || issue.origin === 'int'
      ? { code: 'NUMBER_TYPE_MIN', message: `int value should be greater than or equal to ${issue.minimum}.` }
      : { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${issue.minimum} or more in length.` };
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
  if (issue.code === 'invalid_type') return { code: 'BASE_TYPE_BAD_TYPE', message: `Expected ${issue.expected}.` };
  if (issue.code === 'custom' && typeof issue.params?.code === 'string')
    return { code: issue.params.code, message: issue.message };
  return { code: 'BASE_TYPE_CHOICES', message: issue.message };
}

/** `{ embeds: { 0: { title: { _errors: [...] } } } }`, the shape of Discord's `errors`. */
function nest(problems: readonly FormProblem[]): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const { path, code, message } of problems) {
    let place = root;
    for (const step of path) {
      const inner = (place[step] ?? {}) as Record<string, unknown>;
      place[step] = inner;
      place = inner;
    }
    place._errors = [...((place._errors as unknown[] | undefined) ?? []), { code, message }];
  }
  return root;
}
