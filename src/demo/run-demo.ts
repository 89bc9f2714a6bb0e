import { COMMANDS } from '../../commands/index.ts';
import { startBot } from '../bot.ts';
import { readConfig } from '../config.ts';
import { NEEDED_PERMISSIONS } from '../discord/permissions.ts';
import { registerCommands } from '../discord/register-commands.ts';
import { startGlimpse } from '../glimpse-source.ts';
import { createLog } from '../log.ts';
import { openMemory } from '../memory/memory.ts';
import { openGlimpse } from '../open-glimpse.ts';
import { startLoopbackDiscord } from '../sandbox/loopback-discord.ts';
import {
  byAltTextMenu,
  byAsk,
  byAskAgain,
  byAskMenu,
  byCaption,
  byCaptionMenu,
  byDirectMessage,
  byMatch,
  byMention,
  byRank,
  byReply,
  byWhy,
  type Exchange,
  type Scene,
  type Way,
} from './exchange.ts';

interface Turn {
  readonly who: 'ana' | 'ben' | 'chloe' | 'dan';
  readonly way: Way;
  /** Of `src/demo/pictures`; none where it is about what is there already. */
  readonly pictures: readonly string[];
  readonly words?: string;
}

/** Who asks what, about which pictures, in which way: every way there is, one after another. */
const SCRIPT: readonly Turn[] = [
  { who: 'ana', way: byMention, pictures: ['blue-bicycle-on-a-street.jpg'], words: 'what color is the bicycle?' },
  { who: 'ben', way: byAsk, pictures: ['guitar.jpg'], words: 'what musical instrument is this?' },
  { who: 'chloe', way: byMention, pictures: ['someone-surfing.jpg'], words: 'what is the person doing?' },
  { who: 'ben', way: byReply, pictures: [], words: 'is it day or night?' },
  { who: 'ana', way: byAsk, pictures: ['three-red-apples.jpg'], words: 'how many apples are there?' },
  { who: 'ana', way: byWhy, pictures: [] },
  { who: 'ben', way: byAskAgain, pictures: [], words: 'what color are the apples?' },
  { who: 'ben', way: byMention, pictures: ['dog-on-a-beach.jpg'], words: 'what animal is this?' },
  {
    who: 'chloe',
    way: byAskMenu,
    pictures: ['dog-on-a-beach.jpg'],
    words: 'where was this picture taken?',
  },
  { who: 'chloe', way: byAltTextMenu, pictures: ['dog-on-a-beach.jpg'] },
  {
    who: 'ana',
    way: byRank,
    pictures: ['red-car-in-a-city-at-night.jpg'],
    words: 'a red car at night, a yellow bus, a boat on the sea',
  },
  { who: 'chloe', way: byAsk, pictures: [], words: 'what color is the car?' },
  { who: 'ben', way: byMention, pictures: ['cat-beside-a-dog.jpg', 'pizza.jpg'], words: 'is there a cat?' },
  {
    who: 'ana',
    way: byMatch,
    pictures: ['rocket-in-space.jpg', 'sunflower-and-butterfly.jpg', 'red-circle.jpg'],
    words: 'a flower',
  },
  { who: 'chloe', way: byCaption, pictures: ['elephant-in-a-field.jpg'] },
  { who: 'ana', way: byCaptionMenu, pictures: ['two-penguins-in-the-snow.jpg'] },
  { who: 'dan', way: byDirectMessage, pictures: ['red-circle.jpg'], words: 'is there a green square?' },
];

/**
 * The demo: a Discord on this machine, the real bot in it, and four people who ask about pictures. Yields each exchange
 * as it happens. Everything is over loopback. Throws where a reply does not come within `patienceMs`.
 */
export async function* runDemo({ patienceMs = 30_000 } = {}): AsyncGenerator<Exchange> {
  const discord = await startLoopbackDiscord({ patienceMs });
  const config = readConfig({
    DISCORD_TOKEN: discord.token,
    DISCORD_API: discord.apiUrl,
    PICTURE_ORIGINS: discord.cdnOrigin,
    CLIP_MODEL: 'glimpse-mini',
    GLIMPSE_OFFLINE: '1',
    GLIMPSE_MEMORY: ':memory:',
    LOG_LEVEL: 'warn',
  });
  const log = createLog(config.logLevel);
  const guild = discord.addGuild('Sandbox');
  const scene: Scene = {
    channel: discord.addChannel(guild, 'pictures', { botPermissions: NEEDED_PERMISSIONS }),
    botMention: discord.botMention,
    posted: new Map(),
  };
  const people = {
    ana: discord.addMember(guild, 'ana'),
    ben: discord.addMember(guild, 'ben'),
    chloe: discord.addMember(guild, 'chloe'),
    dan: discord.addMember(guild, 'dan'),
  };
  try {
    await registerCommands(COMMANDS, config);
    const memory = openMemory(config.memoryFile);
    const source = startGlimpse((onProgress) => openGlimpse(config, { log, onProgress }));
    const glimpse = await source.ready;
    try {
      const bot = await startBot({ config, source, memory, log });
      try {
        for (const { who, way, pictures, words = '' } of SCRIPT) yield await way(people[who], pictures, words, scene);
      } finally {
        await bot.stop();
      }
    } finally {
      memory.close();
      await glimpse.close();
    }
  } finally {
    await discord.stop();
  }
}
