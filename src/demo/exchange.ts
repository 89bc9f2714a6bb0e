import { type APIButtonComponentWithCustomId, type APIMessage, ComponentType } from 'discord.js';
import type { Actor } from '../sandbox/actor.ts';
import type { Shown } from '../sandbox/person-acts.ts';
import type { GuildChannel } from '../sandbox/world.ts';
import { readExamplePicture } from './examples.ts';

/** One thing that a person said, and what the bot replied. */
export interface Exchange {
  readonly who: string;
  /** The names of the pictures that the person posted with it, or that it is about. */
  readonly pictures: readonly string[];
  /** How it was asked, as the person sees it: `/ask what is this?`. */
  readonly asked: string;
  /** The reply's Markdown. */
  readonly reply: string;
  /** The labels of the buttons below the reply. */
  readonly buttons: readonly string[];
  /** Only the person who asked sees the reply. */
  readonly hidden: boolean;
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
  /** The bot's last answer that everyone in the channel sees: what replies and buttons are about. */
  lastAnswer?: APIMessage;
}

/** A way of asking: does it as a person would and waits for the reply. Rejects where the bot does not reply. */
export type Way = (person: Actor, pictures: readonly string[], words: string, scene: Scene) => Promise<Exchange>;

/** "@Glimpse what animal is this?", with pictures. */
export const byMention: Way = async (person, pictures, words, scene) => {
  const files = await uploads(pictures);
  return timed(person, pictures, `@Glimpse ${words}`, scene, async () => {
    const question = await person.post(scene.channel, { content: `${scene.botMention} ${words}`, files });
    for (const picture of pictures) scene.posted.set(picture, question);
    return person.replyTo(question);
  });
};

/** A question that replies to the bot's last answer: about the same picture. */
export const byReply: Way = (person, pictures, words, scene) =>
  timed(person, pictures, `(in reply) @Glimpse ${words}`, scene, async () =>
    person.replyTo(
      await person.post(scene.channel, { content: `${scene.botMention} ${words}`, replyTo: lastAnswer(scene) }),
    ),
  );

/** A question and a picture in a direct message: no mention is needed. */
export const byDirectMessage: Way = async (person, pictures, words, scene) => {
  const files = await uploads(pictures);
  return timed(person, pictures, `(direct message) ${words}`, scene, async () =>
    person.replyTo(await person.dm({ content: words, files })),
  );
};

/** `/ask question image`; without a picture, about the newest in the channel. */
export const byAsk: Way = async (person, pictures, words, scene) => {
  const [image] = await uploads(pictures);
  const options = { question: words, ...(image && { image }) };
  return timed(person, pictures, `/ask ${words}`, scene, () => person.useSlashCommand(scene.channel, 'ask', options));
};

/** `/caption image`. */
export const byCaption: Way = async (person, pictures, _, scene) => {
  const [image] = await uploads(pictures);
  const options = image ? { image } : {};
  return timed(person, pictures, '/caption', scene, () => person.useSlashCommand(scene.channel, 'caption', options));
};

/** `/rank texts image`. */
export const byRank: Way = async (person, pictures, texts, scene) => {
  const [image] = await uploads(pictures);
  const options = { texts, ...(image && { image }) };
  return timed(person, pictures, `/rank ${texts}`, scene, () => person.useSlashCommand(scene.channel, 'rank', options));
};

/** `/match text picture1 picture2 ...`. */
export const byMatch: Way = async (person, pictures, text, scene) => {
  const files = await uploads(pictures);
  const options = { text, ...Object.fromEntries(files.map((file, at) => [`picture${at + 1}`, file])) };
  return timed(person, pictures, `/match ${text}`, scene, () =>
    person.useSlashCommand(scene.channel, 'match', options),
  );
};

/** A message's menu > Apps > "Ask about this picture", and the modal that it opens. */
export const byAskMenu: Way = async (person, pictures, words, scene) => {
  const message = await inChannel(person, pictures, scene);
  return timed(person, pictures, `Apps > Ask about this picture: ${words}`, scene, async () =>
    person.submitModal(await person.useMessageMenu(message, 'Ask about this picture'), { question: words }),
  );
};

/** A message's menu > Apps > "Caption this picture". */
export const byCaptionMenu: Way = (person, pictures, _, scene) =>
  byMenu(person, pictures, 'Caption this picture', scene);

/** A message's menu > Apps > "Describe for alt text". */
export const byAltTextMenu: Way = (person, pictures, _, scene) =>
  byMenu(person, pictures, 'Describe for alt text', scene);

/** The button "Why?" below the bot's last answer. */
export const byWhy: Way = (person, pictures, _, scene) =>
  timed(person, pictures, '[Why?]', scene, () => press(person, 'Why?', scene));

/** The button "Ask again" below the bot's last answer, and the modal that it opens. */
export const byAskAgain: Way = (person, pictures, words, scene) =>
  timed(person, pictures, `[Ask again] ${words}`, scene, async () =>
    person.submitModal(await press(person, 'Ask again', scene), { question: words }),
  );

async function byMenu(person: Actor, pictures: readonly string[], name: string, scene: Scene): Promise<Exchange> {
  const message = await inChannel(person, pictures, scene);
  return timed(person, pictures, `Apps > ${name}`, scene, () => person.useMessageMenu(message, name));
}

const uploads = (pictures: readonly string[]) =>
  Promise.all(pictures.map(async (name) => ({ name, bytes: await readExamplePicture(name) })));

/** The message in the channel that shows the pictures; the person posts it where nobody has. */
async function inChannel(person: Actor, pictures: readonly string[], { channel, posted }: Scene): Promise<APIMessage> {
  const known = posted.get(pictures[0] ?? '');
  if (known) return known;
  const message = await person.post(channel, { files: await uploads(pictures) });
  for (const picture of pictures) posted.set(picture, message);
  return message;
}

function lastAnswer({ lastAnswer: message }: Scene): APIMessage {
  if (!message) throw new Error('there is no answer yet');
  return message;
}

function press(person: Actor, label: string, scene: Scene): Promise<Shown> {
  const message = lastAnswer(scene);
  const button = buttonsOf(message).find((candidate) => candidate.label === label);
  if (!button) throw new Error(`the answer has no button ${label}`);
  return person.clickButton(message, button.custom_id);
}

/** The buttons below a message, without those that are links. */
function buttonsOf({ components = [] }: APIMessage): APIButtonComponentWithCustomId[] {
  return components
    .flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []))
    .filter(
      (part): part is APIButtonComponentWithCustomId => part.type === ComponentType.Button && 'custom_id' in part,
    );
}

async function timed(
  person: Actor,
  pictures: readonly string[],
  asked: string,
  scene: Scene,
  act: () => Promise<APIMessage | Shown>,
): Promise<Exchange> {
  const start = performance.now();
  const outcome = await act();
  const milliseconds = Math.round(performance.now() - start);
  const message = 'timeline' in outcome ? outcome.message : outcome;
  const hidden = 'timeline' in outcome && outcome.ephemeral;
  // Every answer names the model in its small last line, or is the table of one; what went wrong is said without either.
  if (!message || !/\n-# |\n```$/.test(message.content)) {
    const about = pictures.join(', ');
    throw new Error(`the bot did not answer "${asked}" about ${about}: ${message?.content ?? 'it said nothing'}`);
  }
  if (!hidden && message.channel_id === scene.channel.id) scene.lastAnswer = message;
  const buttons = buttonsOf(message).map(({ label = '' }) => label);
  return { who: person.user.username, pictures, asked, reply: message.content, buttons, hidden, milliseconds };
}
