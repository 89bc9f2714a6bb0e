import { percent } from '../chart.ts';
import type { Sighting } from '../where/sighting.ts';
import type { Chosen } from './choose-picture.ts';
import { inMarkdown, oneLine } from './escape.ts';
import { DISCORD } from './limits.ts';
import { behindSpoiler, bold, fitting, footer } from './reply-parts.ts';
import type { Words } from './words/en.ts';

/** Where a thing is in the first picture that was chosen, as a reply: in words, and behind a spoiler where the picture is. */
export function renderWhere(sighting: Sighting, chosen: Chosen, words: Words): string {
  const hidden = { spoiler: chosen.pictures[0]?.spoiler ?? false };
  return fitting((room) => [
    behindSpoiler(told(sighting, room.answer, words), hidden),
    footer(sighting.model, sighting.milliseconds, chosen, words),
  ]);
}

function told({ thing, outcome, place, confidence }: Sighting, most: number, words: Words): readonly string[] {
  const { where, answer } = words;
  switch (outcome) {
    case 'found':
      return [where.found(bold(thing, most), where.places[place ?? 'middle'], percent(confidence))];
    case 'absent':
      return [where.absent(bold(thing, most), percent(1 - confidence))];
    case 'unknown':
      return [where.unknown(`“${inMarkdown(thing, most)}”`)];
    case 'unfamiliar':
      return [answer.unfamiliar, answer.unfamiliarRemedy];
  }
}

/** The same as the alternative text of its heat map. */
export function describeHeatMap({ thing, place }: Sighting, { where }: Words): string {
  const named = `“${oneLine(thing, DISCORD.altText / 2)}”`;
  return oneLine(place ? where.mapFound(named, where.places[place]) : where.mapAbsent(named), DISCORD.altText);
}
