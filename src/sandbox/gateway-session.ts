import type { WebSocket } from 'ws';
import type { Dispatch, Subscription } from './gateway-events.ts';

/** How many of the last events a session can replay to a client that resumes. */
const REPLAYABLE = 1000;

/** One IDENTIFY and all that follows from it: numbered events, kept for replay, across connections. */
export class GatewaySession {
  readonly id: string;
  readonly subscription: Subscription;
  #socket: WebSocket | undefined;
  #sequence = 0;
  #sent: { readonly s: number; readonly text: string }[] = [];

  constructor(id: string, subscription: Subscription, socket: WebSocket) {
    this.id = id;
    this.subscription = subscription;
    this.#socket = socket;
  }

  /** The connection that carries this session now; undefined between a drop and a resume. */
  get socket(): WebSocket | undefined {
    return this.#socket;
  }

  get sequence(): number {
    return this.#sequence;
  }

  /** Numbers an event and sends it; without a connection it is kept for the resume. */
  dispatch({ t, d }: Dispatch): void {
    this.#sequence += 1;
    const text = JSON.stringify({ op: 0, s: this.#sequence, t, d });
    this.#sent.push({ s: this.#sequence, text });
    if (this.#sent.length > REPLAYABLE) this.#sent = this.#sent.slice(-REPLAYABLE);
    this.#socket?.send(text);
  }

  /** Carries on over another connection: sends again what came after `sequence`, then RESUMED. */
  resume(socket: WebSocket, sequence: number): void {
    this.#socket = socket;
    for (const { s, text } of this.#sent) if (s > sequence) socket.send(text);
    this.dispatch({ t: 'RESUMED', d: {} });
  }

  detach(): void {
    this.#socket = undefined;
  }
}
