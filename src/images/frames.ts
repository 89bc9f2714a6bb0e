import { MAX_ANIMATION_PIXELS } from './picture-limits.ts';
import { sniffFormat } from './sniff-format.ts';

/**
 * Which frames of an animation are looked at, counted from 0: the first, the middle and the last, each once. Where the
 * last lies further on than `MAX_ANIMATION_PIXELS`, the last before that takes its place.
 *
 * @example framesToSee(10, 640 * 480) // [0, 5, 9]
 */
export function framesToSee(frames: number, pixelsPerFrame: number): readonly number[] {
  const within = Math.max(1, Math.min(frames, Math.floor(MAX_ANIMATION_PIXELS / pixelsPerFrame)));
  return [...new Set([0, Math.floor(within / 2), within - 1])];
}

/** GIF89a, section 27: the last byte of a data stream. */
const GIF_TRAILER = 0x3b;

/**
 * False for a GIF without its end, which is cut off, most likely within a frame: libvips fills the rest of that one with
 * whatever was there before, and says nothing. What is missing from the other formats, it tells.
 */
export function endsWhole(file: Uint8Array): boolean {
  const sniffed = sniffFormat(file);
  return sniffed.kind !== 'picture' || sniffed.format !== 'gif' || file.at(-1) === GIF_TRAILER;
}
