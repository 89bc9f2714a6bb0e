import { GatewayIntentBits } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../commands/index.ts';
import { DECLINED_FAMILIES } from '../../src/answer.ts';
import { STARTERS } from '../../src/discord/suggest-questions.ts';
import { startGlimpse } from '../../src/glimpse-source.ts';
import { understandQuestion } from '../../src/vqa/understand-question.ts';
import { panelOf, wordsOf } from '../discord/panel-reading.ts';
import { type Scene, startScene } from '../discord/scene.ts';
import { ScriptedGlimpse } from '../discord/scripted-glimpse.ts';

let scene: Scene;

const help = async () => scene.ana.useSlashCommand(scene.channel, 'help');

describe('/help', () => {
  afterEach(() => scene.end());

  it('tells the asker alone what can be asked, how, and what not', async () => {
    scene = await startScene(new ScriptedGlimpse());
    const shown = await help();
    expect(shown.ephemeral).toBe(true);
    const words = wordsOf(panelOf(shown));
    expect(words.length).toBeLessThanOrEqual(4000);
    for (const question of STARTERS) expect(words).toContain(`\`${question}\``);
    expect(words).toContain(scene.discord.botMention);
    expect(words).toMatch(/Read words or numbers.*\n.*Say why.*\n.*Say who somebody is/);
    expect(words).toContain('Understand questions in other languages than English.');
  });

  it('names every command', async () => {
    scene = await startScene(new ScriptedGlimpse());
    const words = wordsOf(panelOf(await help()));
    for (const { kind, definition } of COMMANDS) {
      if (definition.name === 'help') continue;
      expect(words).toContain(kind === 'slash' ? `\`/${definition.name}\`` : `**${definition.name}**`);
    }
  });

  it('says that the model which ships knows drawings only, and of another one no such thing', async () => {
    scene = await startScene(new ScriptedGlimpse());
    expect(wordsOf(panelOf(await help()))).toContain('knows drawings only');
    await scene.end();
    scene = await startScene(Object.assign(new ScriptedGlimpse(), { model: 'Xenova/clip-vit-base-patch32' }));
    expect(wordsOf(panelOf(await help()))).not.toContain('drawings');
  });

  it('offers replies to other people with the Message Content intent alone', async () => {
    scene = await startScene(new ScriptedGlimpse());
    expect(wordsOf(panelOf(await help()))).not.toContain('Reply to a message with a picture');
    await scene.end();
    scene = await startScene(new ScriptedGlimpse(), {
      env: { MESSAGE_CONTENT: '1' },
      grantedIntents: GatewayIntentBits.MessageContent,
    });
    expect(wordsOf(panelOf(await help()))).toContain('Reply to a message with a picture');
  });

  it.each(['a group', 'a server without the bot'])(
    'offers no mentions in %s, where they do not reach it',
    async (where) => {
      scene = await startScene(new ScriptedGlimpse());
      const { discord, ana } = scene;
      const eve = discord.addStranger('eve');
      eve.installApp();
      const foreign = discord.addGuild('Foreign', { hasBot: false });
      discord.addMember(foreign, eve);
      const channel = where === 'a group' ? discord.addGroup(eve, ana) : discord.addChannel(foreign, 'elsewhere');
      const words = wordsOf(panelOf(await eve.useSlashCommand(channel, 'help')));
      expect(words).not.toContain(discord.botMention);
      expect(words).toContain('In direct messages a picture and a question are enough.');
    },
  );

  it('helps while the model is still loading, in silent channels and in direct messages', async () => {
    const source = startGlimpse(() => new Promise(() => undefined));
    scene = await startScene(source);
    const { ana, channel, memory } = scene;
    memory.settings.change(channel.guild.id, { silentChannels: [channel.id] });
    expect(wordsOf(panelOf(await help()))).toContain('What you can ask me');
    expect(wordsOf(panelOf(await ana.useSlashCommand(ana.directMessages, 'help')))).toContain('What you can ask me');
  });
});

describe('the examples in /help', () => {
  it.each(STARTERS)('%s is a question of a kind that Glimpse answers', (question) => {
    const understood = understandQuestion(question);
    expect(DECLINED_FAMILIES).not.toContain(understood.family);
    expect((understood as { readonly beyond?: unknown }).beyond).toBeUndefined();
  });
});
