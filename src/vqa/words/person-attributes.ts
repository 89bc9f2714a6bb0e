import { terms } from './word-list.ts';

export const GENDERS = terms('male, female');

export const AGES = terms(
  'baby: a baby, child: a child, teenager: a teenager, young adult: a young adult, adult: an adult, middle aged: a middle aged person, old: an old person',
);

export const HAIR_STYLES =
  terms(`short: short hair, long: long hair, ponytail: a ponytail, curly: curly hair, straight: straight hair, wavy: wavy hair,
  bald: a bald head, braids, bun: a bun, afro: an afro, dreadlocks, mohawk: a mohawk, bob: a bob haircut, bangs, pigtails, buzz cut: a buzz cut,
  spiky: spiky hair`);

export const HANDS = terms('left: the left hand, right: the right hand, both: both hands');
