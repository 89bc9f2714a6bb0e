import { terms } from './word-list.ts';

/** Brands that are known by their looks: the makers and marks that people name most in VQA answers and on the street. */
export const BRANDS =
  terms(`nike, adidas, apple, samsung, sony, dell, hp, microsoft, nokia, lg, canon, nikon, google, nintendo, wilson, puma,
  toyota, ford, honda, bmw, mercedes, volkswagen, audi, chevrolet, tesla, ferrari, yamaha, harley davidson, coca cola, pepsi, starbucks, mcdonald's,
  burger king, budweiser, heineken, red bull, corona, lego, lenovo, asus, toshiba, acer, logitech, levi's, gucci, vans, converse, new balance,
  under armour, reebok, burton, quiksilver, billabong, rip curl, head, dole, chiquita, crest, colgate, oral b, dasani, fedex, ups, shell, ikea`);

export const CAR_BRANDS =
  terms(`toyota, ford, honda, bmw, mercedes, volkswagen, audi, chevrolet, nissan, tesla, ferrari, lamborghini, porsche, jeep, hyundai, kia,
  subaru, mazda, volvo, mini cooper, fiat, dodge, cadillac, jaguar, land rover, lexus, renault, peugeot, suzuki, mitsubishi, rolls royce, bentley`);

export const BIKE_BRANDS = terms(
  'harley davidson, honda, yamaha, kawasaki, suzuki, bmw, ducati, triumph, ktm, vespa, schwinn, trek',
);

export const AIRLINES =
  terms(`delta, american airlines, united, southwest, british airways, lufthansa, air france, emirates, klm, qantas, jetblue, ryanair,
  easyjet, air canada, singapore airlines, korean air, japan airlines, virgin, alaska, air china, qatar airways, turkish airlines, thai airways`);
