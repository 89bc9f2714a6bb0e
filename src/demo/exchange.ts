import type { APIMessage } from 'discord.js';
import type { Actor } from '../sandbox/actor.ts';
import type { Shown } from '../sandbox/person-acts.ts';
import type { GuildChannel } from '../sandbox/world.ts';
import { readExamplePicture } from './examples.ts';

/** One thing that a person said, and what the bot replied. */
export interface Exchange {
  readonly who: string;
  /** The name of the picture's file. */
  readonly picture: string;
  /** How it was asked, as the person sees it: `/ask what is this?`. */
  readonly asked: string;
  /** The reply's Markdown. */
  readonly reply: string;
  /** From the question's way out to the reply's arrival. */
  readonly milliseconds: number;
}

/** Where an exchange takes place. */
export interface Scene {
  readonly channel: GuildChannel;
  /** The words that ping the bot. */
  readonly botMention: string;
  /** The message that shows each picture posted so far, by the picture's name. */
  readonly posted: Map<string, APIMessage>;
}

/** A way of asking: does it as a person would and waits for the reply. Rejects where the bot does not reply. */
export type Way = (person: Actor, picture: string, words: string, scene: Scene) => Promise<Exchange>;

/** "@Glimpse what animal is this?", with a picture. */
export const byMention: Way = async (person, picture, words, { channel, botMention, posted }) => {
  const file = await upload(picture);
  return timed(person, picture, `@Glimpse ${words}`, async () => {
    const question = await person.post(channel, { content: `${botMention} ${words}`, files: [file] });
    posted.set(picture, question);
    return person.replyTo(question);
  });
};

/** `/ask question image`. */
export const byAsk: Way = async (person, picture, words, { channel }) => {
  const image = await upload(picture);
  return timed(person, picture, `/ask ${words}`, () =>
    person.useSlashCommand(channel, 'ask', { question: words, image }),
  );
};

/** `/caption image`. */
export const byCaption: Way = async (person, picture, _, { channel }) => {
  const image = await upload(picture);
  return timed(person, picture, '/caption', () => person.useSlashCommand(channel, 'caption', { image }));
};

/** `/rank image texts`. */
export const byRank: Way = async (person, picture, words, { channel }) => {
  const image = await upload(picture);
  return timed(person, picture, `/rank ${words}`, () =>
    person.useSlashCommand(channel, 'rank', { image, texts: words }),
  );
};

/** A message's menu > Apps > "Ask about this picture", and the modal that it opens. */
export const byAskMenu: Way = async (person, picture, words, scene) => {
  const message = await inChannel(person, picture, scene);
  return timed(person, picture, `Apps > Ask about this picture: ${words}`, async () =>
    person.submitModal(await person.useMessageMenu(message, 'Ask about this picture'), { question: words }),
  );
};

/** A message's menu > Apps > "Caption this picture". */
export const byCaptionMenu: Way = async (person, picture, _, scene) => {
  const message = await inChannel(person, picture, scene);
  return timed(person, picture, 'Apps > Caption this picture', () =>
    person.useMessageMenu(message, 'Caption this picture'),
  );
};

async function upload(picture: string) {
  return { name: picture, bytes: await readExamplePicture(picture) };
}

/** The message in the channel that shows the picture; the person posts it where nobody has. */
async function inChannel(person: Actor, picture: string, { channel, posted }: Scene): Promise<APIMessage> {
  const known = posted.get(picture);
  if (known) return known;
  const message = await person.post(channel, { files: [await upload(picture)] });
  posted.set(picture, message);
  return message;
}

async function timed(
  person: Actor,
  picture: string,
  asked: string,
  act: () => Promise<APIMessage | Shown>,
): Promise<Exchange> {
  const start = performance.now();
  const outcome = await act();
  const milliseconds = Math.round(performance.now() - start);
  const message = 'timeline' in outcome ? outcome.message : outcome;
  // Every answer names the model in its small last line; what went wrong is said without it.
  if (!message?.content.includes('\n-# ')) {
    throw new Error(`the bot did not answer "${asked}" about ${picture}: ${message?.content ?? 'it said nothing'}`);
  }
  return { who: person.user.username, picture, asked, reply: message.content, milliseconds };
}
