import { ComponentType } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NEEDED_PERMISSIONS } from '../../../src/discord/permissions.ts';
import { DE } from '../../../src/discord/words/de.ts';
import { UserError } from '../../../src/user-error.ts';
import { picture, type Scene, startScene, whisperedTo } from '../scene.ts';
import { ScriptedGlimpse } from '../scripted-glimpse.ts';

let glimpse: ScriptedGlimpse;
let scene: Scene;

beforeEach(async () => {
  glimpse = new ScriptedGlimpse();
  scene = await startScene(glimpse);
  scene.ana.locale = 'de';
});
afterEach(() => scene.end());

const ask = async (who = scene.ana, name = 'fragen') =>
  who.useSlashCommand(scene.channel, name, { question: 'what animal is this?', image: await picture() });

/** The labels of the buttons below a message. */
const buttonsBelow = (components: readonly object[] | undefined) =>
  JSON.parse(JSON.stringify(components ?? [])).flatMap((row: { components?: { type: number; label: string }[] }) =>
    (row.components ?? []).flatMap(({ type, label }) => (type === ComponentType.Button ? [label] : [])),
  );

describe('somebody who reads German', () => {
  it('is offered commands and menus in German', () => {
    const names = scene.ana.commandsIn(scene.channel).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['fragen', 'hilfe', 'Frag zu diesem Bild']));
    expect(names).not.toContain('ask');
  });

  it('gets an answer with German words around it, while others get theirs', async () => {
    glimpse.answer = { ...glimpse.answer, sure: false };
    const german = await ask();
    expect(german.message?.content).toContain('Meine besten Vermutungen: **dog** (94 %)');
    expect(german.message?.content).toContain('kleines Offline-Modell');
    expect(buttonsBelow(german.message?.components)).toEqual([
      'Warum?',
      'Wo?',
      'Noch mal fragen',
      'Falsch?',
      'Löschen',
    ]);
    const english = await ask(scene.bob, 'ask');
    expect(english.message?.content).toContain('My best guesses: **dog** (94 %)');
  });

  it('is refused in German, alone', async () => {
    glimpse.failNext(new UserError('question-too-long', 'That question has 400 characters.'));
    await ask();
    expect(await whisperedTo(scene.ana, scene.channel)).toBe(DE.failures['question-too-long']);
    expect(scene.bob.messagesIn(scene.channel)).toEqual([]);
  });

  it('is told in German where there is no picture', async () => {
    await scene.ana.useSlashCommand(scene.channel, 'fragen', { question: 'what is it?' });
    expect(await whisperedTo(scene.ana, scene.channel)).toMatch(/Apps > Frag zu diesem Bild\.$/);
  });

  it('is asked in German for a question in English', async () => {
    const message = await scene.bob.post(scene.channel, { files: [await picture()] });
    const { modal } = await scene.ana.useMessageMenu(message, 'Frag zu diesem Bild');
    expect(modal?.title).toBe('Frag zu diesem Bild');
    expect(JSON.stringify(modal?.components)).toContain('Deine Frage, auf Englisch');
  });

  it('reads help in German', async () => {
    const shown = await scene.ana.useSlashCommand(scene.channel, 'hilfe');
    expect(JSON.stringify(shown.message?.components)).toContain('Was du mich fragen kannst');
  });
});

describe('a server whose language is German', () => {
  it('gets its answers to mentions in German, as Discord does not say who reads what', async () => {
    const guild = scene.discord.addGuild('Bilder', { locale: 'de' });
    scene.discord.addMember(guild, scene.bob);
    const channel = scene.discord.addChannel(guild, 'bilder', { botPermissions: NEEDED_PERMISSIONS });
    const content = `${scene.discord.botMention} what animal is this?`;
    const asked = await scene.bob.post(channel, { content, files: [await picture()] });
    expect((await scene.bob.replyTo(asked)).content).toContain('kleines Offline-Modell');
  });
});
