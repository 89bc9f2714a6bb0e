import { terms } from './word-list.ts';

/** Kinds of everyday things that people ask for by "what kind of": counted among the questions of VQA v2's training part. */
export const PIZZAS =
  terms(`cheese: a cheese pizza, pepperoni: a pepperoni pizza, veggie: a veggie pizza, margherita: a margherita pizza, mushroom: a mushroom pizza,
  hawaiian: a hawaiian pizza, supreme: a supreme pizza, sausage: a sausage pizza, spinach: a spinach pizza, deep dish: a deep dish pizza`);

export const CAKES =
  terms(`chocolate: a chocolate cake, birthday: a birthday cake, wedding: a wedding cake, cheesecake: a cheesecake, carrot: a carrot cake,
  sponge: a sponge cake, layer: a layer cake, vanilla: a vanilla cake, fruit: a fruit cake, ice cream: an ice cream cake, strawberry: a strawberry cake,
  red velvet: a red velvet cake, bundt: a bundt cake, cupcake: a cupcake`);

export const SANDWICHES =
  terms(`ham: a ham sandwich, turkey: a turkey sandwich, cheese: a cheese sandwich, grilled cheese: a grilled cheese sandwich, club: a club sandwich,
  sub: a submarine sandwich, hamburger: a hamburger, hot dog: a hot dog, chicken: a chicken sandwich, tuna: a tuna sandwich, blt: a bacon lettuce and tomato sandwich,
  egg: an egg sandwich, beef: a roast beef sandwich, veggie: a veggie sandwich, panini: a panini, wrap: a wrap`);

export const TOPPINGS =
  terms(`cheese, pepperoni, mushrooms, tomatoes, olives, onions, peppers, spinach, basil, sausage, ham, bacon, pineapple, lettuce, ketchup,
  mustard, chili, sprinkles, chocolate, frosting, icing, powdered sugar, whipped cream, strawberries, nuts, syrup`);

export const SAUCES = terms(
  'ketchup, mustard, mayonnaise, tomato: tomato sauce, soy: soy sauce, barbecue: barbecue sauce, ranch: ranch dressing, gravy, cheese: cheese sauce, chocolate: chocolate sauce, salsa, hot sauce, cream: cream sauce, syrup',
);

export const BREADS =
  terms(`white: white bread, wheat: wheat bread, rye: rye bread, sourdough: sourdough bread, french: french bread, baguette: a baguette, bun: a bun,
  bagel: a bagel, pita: pita bread, toast, roll: a bread roll, croissant: a croissant, naan: naan bread, garlic: garlic bread, banana: banana bread`);

/** What a soup, a salad or a cookie may be of. */
export const FLAVOURS =
  terms(`chocolate, vanilla, strawberry, cheese, tomato, chicken, beef, vegetable, mushroom, potato, carrot, pumpkin, lemon, apple, banana, blueberry,
  caramel, coconut, peanut butter, cinnamon, mint, coffee, cherry, orange, fruit, pasta, noodle, egg, fish, shrimp, bean, corn, onion, broccoli, spinach,
  green: green leaf, glazed, sugar, plain`);

export const CARS =
  terms(`sedan: a sedan, suv: an suv, sports car: a sports car, pickup truck: a pickup truck, van: a van, minivan: a minivan, hatchback: a hatchback,
  convertible: a convertible, race car: a race car, taxi: a taxi, police car: a police car, limousine: a limousine, jeep: a jeep, vintage car: a vintage car,
  station wagon: a station wagon, toy car: a toy car`);

export const BUSES = terms(
  'double decker: a double decker bus, city: a city bus, school: a school bus, tour: a tour bus, shuttle: a shuttle bus, passenger: a passenger bus, minibus: a minibus, trolley: a trolley bus',
);

export const TRAINS = terms(
  'passenger: a passenger train, freight: a freight train, steam: a steam train, subway: a subway train, commuter: a commuter train, bullet: a bullet train, electric: an electric train, tram: a tram, toy: a toy train, diesel: a diesel train',
);

export const TRUCKS = terms(
  'pickup: a pickup truck, semi: a semi truck, fire: a fire truck, dump: a dump truck, tow: a tow truck, garbage: a garbage truck, delivery: a delivery truck, food: a food truck, box: a box truck, flatbed: a flatbed truck, tanker: a tanker truck, moving: a moving truck',
);

export const BALLS = terms(
  'soccer: a soccer ball, tennis: a tennis ball, baseball: a baseball, basketball: a basketball, football: an american football, volleyball: a volleyball, beach ball: a beach ball, golf: a golf ball, rugby: a rugby ball, bowling: a bowling ball',
);

export const TEXTURES = terms(
  'smooth, rough, soft, fluffy, furry, bumpy, shiny, wrinkled, scaly, hard, knitted, grainy, slippery, spiky, fuzzy, woven',
);
