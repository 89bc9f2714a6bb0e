import { ActivityType, type Client, type ClientPresenceStatus, Events } from 'discord.js';
import type { GlimpseSource, GlimpseState } from '../glimpse-source.ts';
import { progressText } from './progress.ts';

/** How often at most the presence changes, in milliseconds: Discord allows five changes in twenty seconds ("Update Presence"). */
const PRESENCE_EVERY_MS = 15_000;

/** A presence has one language for everybody. */
const TEXT = {
  ready: 'pictures · /ask',
  loading: 'waking up: loading the model',
  downloading: (share: string) => `downloading the model: ${share}`,
  failed: 'out of order: no model',
} as const;

/** What is shown below the bot's name: what it can do, or why it can't yet. */
export function presenceOf(state: GlimpseState): { readonly status: ClientPresenceStatus; readonly text: string } {
  switch (state.phase) {
    case 'ready':
      return { status: 'online', text: TEXT.ready };
    case 'failed':
      return { status: 'dnd', text: TEXT.failed };
    case 'loading':
    case 'downloading':
      return { status: 'idle', text: progressText(state, TEXT) };
  }
}

/**
 * Keeps the presence true while the model is on its way, and shows it again to each new session of the gateway's, which
 * begins without one. Returns how to end that. `now` is a clock in milliseconds.
 */
export function showPresence(
  client: Client<true>,
  source: GlimpseSource,
  now: () => number = performance.now.bind(performance),
): () => void {
  let shown = '';
  let shownAt = Number.NEGATIVE_INFINITY;
  const show = (state: GlimpseState) => {
    const { status, text } = presenceOf(state);
    const isFinal = state.phase === 'ready' || state.phase === 'failed';
    if (text === shown || (!isFinal && now() - shownAt < PRESENCE_EVERY_MS)) return;
    shown = text;
    shownAt = now();
    client.user.setPresence({ status, activities: [{ type: ActivityType.Custom, name: text, state: text }] });
  };
  const showAgain = () => {
    shown = '';
    shownAt = Number.NEGATIVE_INFINITY;
    show(source.state());
  };
  showAgain();
  client.on(Events.ShardReady, showAgain);
  const stop = source.changed(show);
  return () => {
    client.off(Events.ShardReady, showAgain);
    stop();
  };
}
