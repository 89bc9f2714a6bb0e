import { GatewayIntentBits } from 'discord.js';
import type { RawData } from 'ws';
import { z } from 'zod';
import type { Subscription } from './gateway-events.ts';
import { type Presence, presenceForm } from './presence-form.ts';

/** Opcodes of the gateway (Discord's documentation, "Gateway Opcodes"). */
export const OP = {
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voice: 4,
  resume: 6,
  reconnect: 7,
  members: 8,
  invalid: 9,
  hello: 10,
  ack: 11,
};
/** Reasons for which Discord closes a connection ("Gateway Close Event Codes"). */
export const CLOSE = {
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidSequence: 4007,
  rateLimited: 4008,
  sessionTimedOut: 4009,
  invalidShard: 4010,
  invalidVersion: 4012,
  invalidIntents: 4013,
  disallowedIntents: 4014,
} as const;

const PRIVILEGED = GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;
const EVERY_INTENT = Object.values(GatewayIntentBits)
  .filter((bit) => typeof bit === 'number')
  .reduce((all, bit) => all | bit, 0);
/** A client may send this many payloads a minute ("Rate Limiting"). */
export const PAYLOADS_A_MINUTE = 120;
/** How many bytes a client may send at once ("Sending Events"). */
const PAYLOAD_BYTES = 4096;
/** A client that has been silent for this many heartbeat intervals is dropped. */
export const PATIENCE = 1.5;

const payloadForm = z.object({ op: z.int(), d: z.unknown().optional() });
const identifyForm = z.object({
  token: z.string(),
  intents: z.int().min(0),
  properties: z.looseObject({}),
  compress: z.boolean().optional(),
  presence: presenceForm.optional(),
  shard: z.tuple([z.int().min(0), z.int().min(1)]).default([0, 1]),
});
/** What RESUME says. */
export const resumeForm = z.object({ token: z.string(), session_id: z.string(), seq: z.int().nullable() });

/** A connection that Discord closes, with the code that says why. */
export interface Closing {
  readonly code: number;
  readonly reason: string;
}

/** What an IDENTIFY asks for. */
export interface Identified {
  readonly subscription: Subscription;
  /** What the bot says of itself from the start; undefined where it is plainly online. */
  readonly presence: Presence | undefined;
}

/** What an IDENTIFY asks for, or why the connection is to be closed. */
export function readIdentify(
  d: unknown,
  token: string,
  grantedIntents: number,
): Identified | { readonly closing: Closing } {
  const identify = identifyForm.safeParse(d).data;
  const close = (code: number, reason: string) => ({ closing: { code, reason } });
  if (!identify || identify.compress) return close(CLOSE.decodeError, 'Error while decoding payload.');
  const {
    intents,
    shard: [shard, shardCount],
  } = identify;
  if (identify.token !== token) return close(CLOSE.authenticationFailed, 'Authentication failed.');
  if (shard >= shardCount) return close(CLOSE.invalidShard, 'Invalid shard.');
  if ((intents & ~EVERY_INTENT) !== 0) return close(CLOSE.invalidIntents, 'Invalid intent(s).');
  if ((intents & PRIVILEGED & ~grantedIntents) !== 0) return close(CLOSE.disallowedIntents, 'Disallowed intent(s).');
  return { subscription: { intents, shard, shardCount }, presence: identify.presence };
}

/** An application's flags say which privileged intents were granted to it ("Application Flags", the LIMITED ones). */
export function applicationFlags(grantedIntents: number): number {
  const granted = (intent: number, flag: number) => ((grantedIntents & intent) === 0 ? 0 : flag);
  return (
    granted(GatewayIntentBits.GuildPresences, 1 << 13) |
    granted(GatewayIntentBits.GuildMembers, 1 << 15) |
    granted(GatewayIntentBits.MessageContent, 1 << 19)
  );
}

/** Reads one payload of a client; undefined for what is too long, not JSON, or no payload. */
export function readPayload(data: RawData): z.output<typeof payloadForm> | undefined {
  const bytes = Buffer.isBuffer(data) ? data : Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
  if (bytes.byteLength > PAYLOAD_BYTES) return undefined;
  try {
    return payloadForm.safeParse(JSON.parse(bytes.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
