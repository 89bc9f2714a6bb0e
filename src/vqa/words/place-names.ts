import { CITIES, COUNTRIES } from './countries.ts';
import { wordList } from './word-list.ts';

/** Names of places, which things are in. */
export const PLACE_NAMES: ReadonlySet<string> = new Set([
  ...[...COUNTRIES, ...CITIES].map(({ answer }) => answer),
  ...wordList(`america, usa, us, united states, united states of america, uk, united kingdom, britain, great britain, europe, africa, asia, hawaii, texas,
  florida, california, colorado, alaska, arizona, pennsylvania, minnesota, wisconsin, illinois, alabama, idaho, oregon, nevada, denver, cleveland, detroit,
  miami, cincinnati, philadelphia, atlanta, houston, dallas, vancouver, melbourne, washington, brooklyn, new york city, ny, nyc, new mexico,
  north dakota, chinatown, argentina, sweden, israel, iraq, malaysia, caribbean, space, heaven`),
]);
