import { access, readFile } from 'node:fs/promises';
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  PermissionFlagsBits,
  PermissionsBitField,
  type PermissionsString,
} from 'discord.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../commands/index.ts';
import { RATES } from '../src/discord/admission.ts';
import { BUTTON } from '../src/discord/answer-buttons.ts';
import { CONTROLS } from '../src/discord/controls/index.ts';
import { GLIMPSE } from '../src/discord/limits.ts';
import { NEEDED_PERMISSIONS } from '../src/discord/permissions.ts';
import { EN } from '../src/discord/words/en.ts';
import { localised } from '../src/discord/words/locales.ts';
import { MAX_PICTURE_BYTES, MAX_PICTURE_PIXELS } from '../src/images/picture-limits.ts';
import { ANSWERS_KEPT } from '../src/memory/answers.ts';
import { CORRECTIONS_KEPT } from '../src/memory/corrections.ts';
import { LEFT_SERVERS_KEPT_DAYS, WORDS_KEPT_DAYS } from '../src/memory/memory.ts';
import { QUESTIONS_KEPT } from '../src/memory/questions.ts';

const file = new URL('../docs/discord.md', import.meta.url);

/** Permissions as Discord's English interface names them. */
const SHOWN: Partial<Record<PermissionsString, string>> = {
  ViewChannel: 'View Channels',
  SendMessages: 'Send Messages',
  SendMessagesInThreads: 'Send Messages in Threads',
  ReadMessageHistory: 'Read Message History',
  AttachFiles: 'Attach Files',
};

let text: string;

beforeAll(async () => {
  text = await readFile(file, 'utf8');
});

/** The rows of the table below a heading, as cells. */
function rowsBelow(heading: string): string[][] {
  const section = text.split(/^## /m).find((part) => part.startsWith(heading));
  if (section === undefined) throw new Error(`docs/discord.md has no section "${heading}"`);
  const lines = section.split('\n').filter((line) => line.startsWith('| '));
  return lines.map((line) => line.slice(2, -2).split(' | '));
}

const ways = () => rowsBelow('What each way of asking needs');
const seconds = (ms: number) => (ms === 1000 ? 'second' : `${ms / 1000} seconds`);
const count = (number: number) => number.toLocaleString('en-US');
const slashNames = COMMANDS.flatMap(({ kind, definition }) => (kind === 'slash' ? `/${definition.name}` : []));

describe('docs/discord.md', () => {
  it('names every slash command, and no other', () => {
    const named = new Set(text.match(/(?<=`)\/[a-z]+(?=`)/g));
    expect([...named].toSorted()).toEqual(slashNames.toSorted());
  });

  it('names every menu and every button below an answer, and no other', () => {
    const named = new Set(ways().flatMap(([you = '']) => [...you.matchAll(/\*\*(.+?)\*\*/g)].map(([, name]) => name)));
    const buttons = Object.keys(BUTTON).map((name) => EN.buttons[name as keyof typeof BUTTON]);
    expect([...named].toSorted()).toEqual([...Object.values(EN.menus), ...buttons].toSorted());
  });

  it('explains each permission that the bot asks for, and asks for no other in any row', () => {
    const needed = new PermissionsBitField(NEEDED_PERMISSIONS).toArray().map((name) => SHOWN[name]);
    const rows = rowsBelow('Set up').map(([name = '']) => name);
    const explained = rows.filter((name) => !name.startsWith('`') && !['permission', 'command'].includes(name));
    expect(explained.toSorted()).toEqual(needed.toSorted());
    for (const [, , bot = ''] of ways().slice(1)) {
      const asked = bot.replace(/ [¹²³]/g, '').split(/, (?=[A-Z])/);
      const others = asked.filter((name) => !needed.includes(name.replace(/, to .*/, '')));
      expect(others.filter((name) => !['nothing', 'to be in the server'].includes(name))).toEqual([]);
    }
  });

  it('says truly where each command can be had', () => {
    for (const { definition } of COMMANDS) {
      const { type, name, integration_types: installs } = definition.toJSON();
      const shown = type === ApplicationCommandType.Message ? `**${name}**` : `\`/${name}\``;
      const places = ways()
        .filter(([you]) => you?.includes(shown))
        .map((cells) => cells.at(-1));
      const forOneself = installs?.includes(ApplicationIntegrationType.UserInstall) ?? false;
      expect(
        places.some((place) => place?.includes('oneself')),
        name,
      ).toBe(forOneself);
      expect(
        places.some((place) => place?.includes('directly')),
        name,
      ).toBe(forOneself);
    }
  });

  it('says truly who may use /settings', () => {
    const settings = COMMANDS.find(({ definition }) => definition.name === 'settings')?.definition.toJSON();
    expect(settings?.default_member_permissions).toBe(String(PermissionFlagsBits.ManageGuild));
    expect(ways().find(([you]) => you === '`/settings`')?.[3]).toMatch(/^Manage Server/);
  });

  it('gives the rates as they are', () => {
    const { person, channel, server } = RATES;
    const rate = ({ burst, refillMs }: (typeof RATES)[keyof typeof RATES]) =>
      `${burst} in a row, then one every ${seconds(refillMs)}`;
    expect(text).toContain(`| one person | one request at a time; ${rate(person)} |`);
    expect(text).toContain(`| one channel | ${rate(channel)} |`);
    expect(text).toContain(`| one server | ${rate(server)} |`);
    expect(text).toMatch(new RegExp(`under a mention\\s+at most every ${seconds(person.refillMs)}`));
  });

  it('says truly what counts nothing', () => {
    const [, sentence = ''] = /nobody in person\. (.+?) count nothing/s.exec(text) ?? [];
    const freeButtons = CONTROLS.flatMap(({ id, free }) =>
      free && id in BUTTON ? EN.buttons[id as keyof typeof BUTTON] : [],
    );
    const freeCommands = COMMANDS.flatMap(({ free, definition }) => (free ? `/${definition.name}` : []));
    const said = [...sentence.matchAll(/\*\*(.+?)\*\*|`(.+?)`/g)].map(([, button, command]) => button ?? command);
    expect(said.toSorted()).toEqual([...freeButtons, ...freeCommands].toSorted());
  });

  it('gives the sizes as they are', () => {
    expect(rowsBelow('Limits')).toEqual(
      expect.arrayContaining([
        ['a question', `${GLIMPSE.question} characters`],
        ['texts of `/rank`', `${GLIMPSE.textsCount} (and at least 2), together ${count(GLIMPSE.texts)} characters`],
        ['answers to choose from in `choices`', `${count(GLIMPSE.texts)} characters`],
        ['pictures of one message', `the first ${GLIMPSE.picturesCount}; the menu's box can name any one`],
        ['pictures of `/match`', `${GLIMPSE.matchedCount} (and at least 2)`],
        ['a picture', `${MAX_PICTURE_BYTES / 2 ** 20} MiB and ${MAX_PICTURE_PIXELS / 1e6} megapixels`],
      ]),
    );
  });

  it('says truly what is kept for how long', () => {
    const kept = new Map(rowsBelow('What is kept').map(([what = '', long = '']) => [what.replace(/[,:].*/, ''), long]));
    expect(kept.get('pictures')).toBe('never');
    expect(kept.get('an answer')).toContain(`${WORDS_KEPT_DAYS} days, at most ${count(ANSWERS_KEPT)} answers`);
    expect(kept.get(`the last ${QUESTIONS_KEPT} questions of a person`)).toContain(`${WORDS_KEPT_DAYS} days`);
    expect(kept.get('a correction')).toContain(`at most ${count(CORRECTIONS_KEPT)}`);
    expect(kept.get('settings')).toBe(`${LEFT_SERVERS_KEPT_DAYS} days from then`);
  });

  it('lists the languages that there are', () => {
    const locales = Object.keys(localised(({ commands }) => commands.ask.name));
    expect(locales.toSorted()).toEqual(['de', 'es-419', 'es-ES', 'fr', 'ja', 'pt-BR', 'zh-CN']);
    expect(text).toContain('English, German, French, Spanish, Brazilian Portuguese, Japanese and Simplified Chinese');
  });

  it('names no npm script and no setting that is not there', async () => {
    const read = (name: string) => readFile(new URL(`../${name}`, import.meta.url), 'utf8');
    const { scripts } = JSON.parse(await read('package.json')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/npm run ([a-z-]+)/g)].map(([, name = '']) => name);
    expect(named).toEqual(expect.arrayContaining(['invite', 'deploy-commands']));
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    const example = await read('.env.example');
    const settings = [...text.matchAll(/`([A-Z]+_[A-Z_]+)(?:=\d)?`/g)].map(([, name = '']) => name);
    expect(settings.length).toBeGreaterThan(2);
    expect(settings.filter((name) => !example.includes(`\n${name}=`))).toEqual([]);
  });

  it('links to nothing that is not there', async () => {
    for (const [, target = ''] of text.matchAll(/\]\((?!https?:)([^)]+)\)/g)) {
      if (target.startsWith('#')) {
        const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, name = '']) =>
          name.toLowerCase().replaceAll(' ', '-'),
        );
        expect(headings).toContain(target.slice(1));
      } else await expect(access(new URL(target, file)), target).resolves.toBeUndefined();
    }
  });
});
