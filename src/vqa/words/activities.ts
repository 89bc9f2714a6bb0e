import { type Term, terms } from './word-list.ts';

/** What people and animals are seen doing. The answer is its own phrase: "the man is surfing". */
export const ACTIVITIES: readonly Term[] =
  terms(`standing, sitting, walking, running, eating, drinking, sleeping, playing, talking, smiling,
  surfing, skateboarding, skiing, snowboarding, swimming, dancing, cooking, reading, riding a bike, riding a horse, riding a motorcycle,
  playing tennis, playing baseball, playing soccer, playing basketball, playing frisbee, playing golf, playing video games, playing guitar,
  playing piano, flying a kite, taking a picture, talking on the phone, texting, using a computer, working, writing, painting, singing, jumping,
  climbing, fishing, driving, flying, lying down, looking at something, waiting, shopping, brushing teeth, bathing, cutting something,
  holding something, posing, laughing, crying, hugging, kissing, waving, throwing a ball, catching a ball, hitting a ball,
  juggling, kneeling, bowing, clapping, rowing a boat, lifting weights, wrestling, doing yoga, getting a haircut, getting a massage,
  feeding an animal, grazing, swinging a bat, doing a trick, doing a cartwheel, marching, hiking, skating, parking, racing, crossing the street`);

/** Sports and games by their name, with the phrase that shows someone at it. */
export const SPORTS: readonly Term[] =
  terms(`tennis: playing tennis, baseball: playing baseball, soccer: playing soccer,
  basketball: playing basketball, surfing, skateboarding, skiing, snowboarding, frisbee: playing frisbee, golf: playing golf,
  football: playing american football, hockey: playing hockey, volleyball: playing volleyball, swimming, cycling: riding a bicycle,
  horseback riding: riding a horse, rugby: playing rugby, cricket: playing cricket, badminton: playing badminton, boxing, wrestling,
  running, gymnastics: doing gymnastics, rowing, ice skating, fishing, climbing, weight lifting: lifting weights, bowling, archery: doing archery,
  fencing, martial arts: practising martial arts, table tennis: playing table tennis, water polo: playing water polo,
  handball: playing handball, kite flying: flying a kite, racing, polo: playing polo`);

export const GAMES: readonly Term[] =
  terms(`wii: playing wii, video game: playing a video game, chess: playing chess, cards: playing cards,
  frisbee: playing frisbee, tennis: playing tennis, baseball: playing baseball, soccer: playing soccer, basketball: playing basketball,
  football: playing american football, pool: playing pool, ping pong: playing ping pong, darts: playing darts, bowling, golf: playing golf,
  volleyball: playing volleyball, cricket: playing cricket, board game: playing a board game`);
