import { type NameSet, namesIn } from './name-sets.ts';

const MOODS = namesIn({
  any: 'merry, soft, dark, dramatic, chaotic',
  merry: 'cheerful, festive, playful, funny',
  soft: 'romantic, peaceful, cozy, nostalgic, dreamy, elegant',
  dark: 'gloomy, lonely, scary, mysterious, tense, solemn',
});

/** Each mood, as what it leaves possible: itself. */
export const MOOD: ReadonlyMap<string, NameSet> = MOODS.each;

/** What moods activities, weather, styles, things and attributes leave possible; those that are not here, any. */
export const MOODS_OF: ReadonlyMap<string, NameSet> = MOODS.possible([
  ['crying', 'any', 'merry, peaceful, cozy, elegant'],
  ['laughing, smiling', 'any', 'gloomy, tense, solemn'],
  ['hugging, kissing', 'any', 'lonely, scary'],
  ['fighting, wrestling, boxing', 'any', 'romantic, peaceful, cozy, dreamy, lonely'],
  ['racing', 'any', 'romantic, peaceful, cozy, lonely'],
  ['sleeping, lying in bed, meditating, doing yoga', 'any', 'chaotic, tense'],
  ['in a thunderstorm, in a snowstorm, in a sandstorm', 'any', 'cheerful, festive, peaceful'],
  ['on a sunny day, under a clear sky, under a rainbow, in bright colors, in neon colors', 'any', 'gloomy'],
  ['group of people, crowd, family, couple', 'any', 'lonely'],
  ['crowded', 'any', 'lonely, peaceful'],
  ['empty, abandoned', 'any', 'festive, chaotic'],
]);
