import { COMMANDS } from '../../commands/index.ts';
import { startBot } from '../bot.ts';
import { readConfig } from '../config.ts';
import { NEEDED_PERMISSIONS } from '../discord/permissions.ts';
import { registerCommands } from '../discord/register-commands.ts';
import { createLog } from '../log.ts';
import { openGlimpse } from '../open-glimpse.ts';
import { startLoopbackDiscord } from '../sandbox/loopback-discord.ts';
import {
  byAsk,
  byAskMenu,
  byCaption,
  byCaptionMenu,
  byMention,
  byRank,
  type Exchange,
  type Scene,
  type Way,
} from './exchange.ts';

/** Who asks what, about which picture, in which way. The pictures are those of `src/demo/pictures`. */
const SCRIPT: readonly (readonly [person: 'ana' | 'ben' | 'chloe', way: Way, picture: string, words: string])[] = [
  ['ana', byMention, 'blue-bicycle-on-a-street.jpg', 'what color is the bicycle?'],
  ['ben', byAsk, 'guitar.jpg', 'what musical instrument is this?'],
  ['chloe', byMention, 'someone-surfing.jpg', 'what is the person doing?'],
  ['ana', byAsk, 'three-red-apples.jpg', 'how many apples are there?'],
  ['ben', byMention, 'dog-on-a-beach.jpg', 'what animal is this?'],
  ['chloe', byAskMenu, 'dog-on-a-beach.jpg', 'where was this picture taken?'],
  ['ana', byRank, 'red-car-in-a-city-at-night.jpg', 'a red car at night, a yellow bus, a boat on the sea'],
  ['ben', byAsk, 'cat-beside-a-dog.jpg', 'is there a cat?'],
  ['chloe', byCaption, 'elephant-in-a-field.jpg', ''],
  ['ana', byCaptionMenu, 'two-penguins-in-the-snow.jpg', ''],
  ['ben', byMention, 'pizza.jpg', 'what is this?'],
  ['chloe', byAsk, 'red-circle.jpg', 'is there a green square?'],
];

/**
 * The demo: a Discord on this machine, the real bot in it, and three people who ask about pictures. Yields each exchange
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
  };
  try {
    await registerCommands(COMMANDS, config);
    const glimpse = await openGlimpse(config, { log });
    try {
      const bot = await startBot({ config, glimpse, log });
      try {
        for (const [person, way, picture, words] of SCRIPT) yield await way(people[person], picture, words, scene);
      } finally {
        await bot.stop();
      }
    } finally {
      await glimpse.close();
    }
  } finally {
    await discord.stop();
  }
}
