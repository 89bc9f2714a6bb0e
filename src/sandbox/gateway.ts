import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { Cdn } from './cdn.ts';
import { type Dispatch, dispatchFor, isThere } from './gateway-events.ts';
import {
  applicationFlags,
  CLOSE,
  OP,
  PATIENCE,
  PAYLOADS_A_MINUTE,
  readIdentify,
  readPayload,
  resumeForm,
} from './gateway-protocol.ts';
import { GatewaySession } from './gateway-session.ts';
import { type Presence, presenceForm } from './presence-form.ts';
import { Signal } from './signal.ts';
import { shardOf } from './snowflake.ts';
import type { World } from './world.ts';

/** What the gateway needs to know to do its work. */
export interface GatewaySettings {
  readonly server: Server;
  readonly world: World;
  readonly cdn: Cdn;
  readonly token: string;
  readonly grantedIntents: number;
  readonly heartbeatIntervalMs: number;
  /** Where clients connect and resume, e.g. `ws://127.0.0.1:4000/gateway`. */
  readonly url: () => string;
}

/** Discord's gateway v10 in JSON: sessions, intents, heartbeats, resuming. */
export class Gateway {
  /** How many heartbeats have come from clients. */
  heartbeats = 0;
  /** While false, heartbeats go unanswered, as over a connection that is dead without having been closed. */
  acknowledgesHeartbeats = true;
  /** Emits the id of each session as it becomes ready or resumes. */
  readonly connected = new Signal<{ readonly sessionId: string; readonly resumed: boolean }>();
  /** Emits what the bot says of itself, whenever it says it. */
  readonly presenceChanged = new Signal<Presence>();
  #presence: Presence | undefined;
  readonly #settings: GatewaySettings;
  readonly #sockets: WebSocketServer;
  readonly #sessions = new Map<string, GatewaySession>();

  constructor(settings: GatewaySettings) {
    this.#settings = settings;
    this.#sockets = new WebSocketServer({ server: settings.server, path: '/gateway' });
    this.#sockets.on('connection', (socket, request) => {
      const query = new URL(request.url ?? '/', 'http://loopback').searchParams;
      if (query.get('v') !== '10' || query.get('encoding') !== 'json')
        socket.close(CLOSE.invalidVersion, 'Invalid API version');
      else this.#serve(socket);
    });
    settings.world.events.listen((event) => {
      for (const session of this.#sessions.values()) {
        const dispatch = dispatchFor(event, session.subscription, settings.world, settings.cdn);
        if (dispatch) session.dispatch(dispatch);
      }
    });
  }

  /** Whether a bot is connected and identified. */
  get isConnected(): boolean {
    return [...this.#sessions.values()].some((session) => session.socket !== undefined);
  }

  /** What the bot said last of itself; undefined where it has said nothing since it identified, and is plainly online. */
  get presence(): Presence | undefined {
    return this.#presence;
  }

  /** Sends an interaction to the shard of its server, or to the first one. No intent is needed for it. */
  sendInteraction(guildId: string | undefined, d: object): void {
    for (const session of this.#sessions.values()) {
      const { shard, shardCount } = session.subscription;
      if (shard === (guildId === undefined ? 0 : shardOf(guildId, shardCount)))
        session.dispatch({ t: 'INTERACTION_CREATE', d });
    }
  }

  /** Tells every client to connect again and resume (op 7). */
  askToReconnect(): void {
    this.#broadcast({ op: OP.reconnect, d: null });
  }

  /** Tells every client that its session is no longer good (op 9); it may resume it only where `resumable`. */
  invalidateSessions(resumable: boolean): void {
    this.#broadcast({ op: OP.invalid, d: resumable });
    if (!resumable) this.#sessions.clear();
  }

  /** Asks every client for a heartbeat at once (op 1). */
  requestHeartbeat(): void {
    this.#broadcast({ op: OP.heartbeat, d: null });
  }

  /** Drops every connection without a goodbye, as a failing network does. */
  dropConnections(): void {
    for (const client of this.#sockets.clients) client.terminate();
  }

  /** Closes every connection and takes no more. */
  close(): void {
    for (const client of this.#sockets.clients) client.terminate();
    this.#sockets.close();
  }

  #broadcast(payload: object): void {
    for (const { socket } of this.#sessions.values()) socket?.send(JSON.stringify(payload));
  }

  #serve(socket: WebSocket): void {
    const { heartbeatIntervalMs } = this.#settings;
    const received: number[] = [];
    let session: GatewaySession | undefined;
    const silence = setTimeout(
      () => socket.close(CLOSE.sessionTimedOut, 'Session timed out.'),
      heartbeatIntervalMs * PATIENCE,
    );
    socket.on('message', (data: RawData) => {
      const now = performance.now();
      while (received[0] !== undefined && received[0] < now - 60_000) received.shift();
      if (received.push(now) > PAYLOADS_A_MINUTE) return socket.close(CLOSE.rateLimited, 'You are being rate limited.');
      const payload = readPayload(data);
      if (!payload) return socket.close(CLOSE.decodeError, 'Error while decoding payload.');
      if (payload.op === OP.heartbeat) {
        silence.refresh();
        this.heartbeats += 1;
        if (this.acknowledgesHeartbeats) socket.send(JSON.stringify({ op: OP.ack }));
      } else if (payload.op === OP.identify) {
        if (session) return socket.close(CLOSE.alreadyAuthenticated, 'Already authenticated.');
        session = this.#identify(socket, payload.d);
      } else if (payload.op === OP.resume) {
        if (session) return socket.close(CLOSE.alreadyAuthenticated, 'Already authenticated.');
        session = this.#resume(socket, payload.d);
      } else if (![OP.presence, OP.voice, OP.members].includes(payload.op)) {
        return socket.close(CLOSE.unknownOpcode, 'Unknown opcode.');
      } else if (!session) {
        return socket.close(CLOSE.notAuthenticated, 'Not authenticated.');
      } else if (payload.op === OP.presence) {
        const presence = presenceForm.safeParse(payload.d).data;
        if (!presence) return socket.close(CLOSE.decodeError, 'Error while decoding payload.');
        this.#setPresence(presence);
      }
      return undefined;
    });
    socket.on('close', (code: number) => {
      clearTimeout(silence);
      if (!session || session.socket !== socket) return;
      session.detach();
      // A client that says goodbye with 1000 or 1001 has ended its session ("Disconnections").
      if (code === 1000 || code === 1001) this.#sessions.delete(session.id);
    });
    socket.send(JSON.stringify({ op: OP.hello, d: { heartbeat_interval: heartbeatIntervalMs, _trace: [] } }));
  }

  #identify(socket: WebSocket, d: unknown): GatewaySession | undefined {
    const { world, token, grantedIntents } = this.#settings;
    const read = readIdentify(d, token, grantedIntents);
    if ('closing' in read) {
      socket.close(read.closing.code, read.closing.reason);
      return undefined;
    }
    const { subscription, presence } = read;
    const { shard, shardCount } = subscription;
    const session = new GatewaySession(randomUUID().replaceAll('-', ''), subscription, socket);
    const guilds = [...world.guilds.values()].filter(
      (guild) => guild.hasBot && shardOf(guild.id, shardCount) === shard,
    );
    session.dispatch(
      this.#ready(
        session,
        guilds.map(({ id }) => id),
      ),
    );
    this.#sessions.set(session.id, session);
    for (const guild of guilds.filter(isThere)) {
      const dispatch = dispatchFor({ type: 'GUILD_CREATE', guild }, session.subscription, world, this.#settings.cdn);
      if (dispatch) session.dispatch(dispatch);
    }
    this.#setPresence(presence);
    this.connected.emit({ sessionId: session.id, resumed: false });
    return session;
  }

  #setPresence(presence: Presence | undefined): void {
    this.#presence = presence;
    if (presence) this.presenceChanged.emit(presence);
  }

  #resume(socket: WebSocket, d: unknown): GatewaySession | undefined {
    const resume = resumeForm.safeParse(d).data;
    const session = this.#sessions.get(resume?.session_id ?? '');
    if (resume && resume.token !== this.#settings.token) {
      socket.close(CLOSE.authenticationFailed, 'Authentication failed.');
      return undefined;
    }
    if (!resume || !session) {
      socket.send(JSON.stringify({ op: OP.invalid, d: false }));
      return undefined;
    }
    if ((resume.seq ?? 0) > session.sequence) {
      socket.close(CLOSE.invalidSequence, 'Invalid seq.');
      return undefined;
    }
    session.resume(socket, resume.seq ?? 0);
    this.connected.emit({ sessionId: session.id, resumed: true });
    return session;
  }

  #ready(session: GatewaySession, guildIds: readonly string[]): Dispatch {
    const { world, url } = this.#settings;
    const { shard, shardCount } = session.subscription;
    return {
      t: 'READY',
      d: {
        v: 10,
        user: { ...world.bot, verified: true, mfa_enabled: false, email: null },
        guilds: guildIds.map((id) => ({ id, unavailable: true })),
        private_channels: [],
        relationships: [],
        session_id: session.id,
        session_type: 'normal',
        resume_gateway_url: url(),
        shard: [shard, shardCount],
        application: { id: world.bot.id, flags: applicationFlags(this.#settings.grantedIntents) },
      },
    };
  }
}
