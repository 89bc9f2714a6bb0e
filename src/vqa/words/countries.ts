import { terms } from './word-list.ts';

/** Countries and cities whose pictures are known for their looks. */
export const COUNTRIES =
  terms(`usa: in the usa, england: in england, france: in france, italy: in italy, germany: in germany, spain: in spain, japan: in japan,
  china: in china, india: in india, thailand: in thailand, canada: in canada, mexico: in mexico, brazil: in brazil, australia: in australia,
  russia: in russia, egypt: in egypt, greece: in greece, turkey: in turkey, switzerland: in switzerland, netherlands: in the netherlands,
  south africa: in south africa, kenya: in kenya, ireland: in ireland, scotland: in scotland, norway: in norway, south korea: in south korea,
  vietnam: in vietnam, indonesia: in indonesia, peru: in peru, cuba: in cuba, iceland: in iceland`);

export const CITIES =
  terms(`new york: in new york, london: in london, paris: in paris, rome: in rome, tokyo: in tokyo, san francisco: in san francisco,
  los angeles: in los angeles, chicago: in chicago, las vegas: in las vegas, venice: in venice, amsterdam: in amsterdam, berlin: in berlin,
  barcelona: in barcelona, istanbul: in istanbul, dubai: in dubai, hong kong: in hong kong, sydney: in sydney, beijing: in beijing,
  shanghai: in shanghai, bangkok: in bangkok, mumbai: in mumbai, moscow: in moscow, cairo: in cairo, rio de janeiro: in rio de janeiro,
  seattle: in seattle, toronto: in toronto, boston: in boston, prague: in prague, athens: in athens, singapore: in singapore`);
