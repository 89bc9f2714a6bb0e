import type { KindFamily } from '../../answer.ts';
import type { Category } from '../words/categories.ts';

/** The family that a category's questions belong to; "kind" for most things. */
export function familyOf({ id }: Category): KindFamily {
  return FAMILY_OF.get(id) ?? 'kind';
}

const FAMILY_OF: ReadonlyMap<string, KindFamily> = new Map([
  ...ids('person', 'gender, age, hair style, hand'),
  ...ids('material', 'material'),
  ...ids('weather', 'weather'),
  ...ids('time-of-day', 'time of day, season'),
  ...ids('sport', 'sport, game'),
  ...ids(
    'food',
    'fruit, vegetable, dessert, meat, meal, food, drink, pizza, cake, sandwich, topping, sauce, bread, flavour',
  ),
  ...ids('room', 'room'),
  ...ids('brand', 'brand, car brand, bike brand, airline'),
  ...ids('shape', 'shape'),
  ...ids('texture', 'pattern, texture'),
  ...ids('emotion', 'emotion'),
]);

function ids(family: KindFamily, list: string): readonly (readonly [string, KindFamily])[] {
  return list.split(', ').map((id) => [id, family] as const);
}
