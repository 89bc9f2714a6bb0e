import {
  ComponentType,
  type Interaction,
  MessageFlags,
  type RepliableInteraction,
  Routes,
  TextInputStyle,
} from 'discord.js';
import { expect, test } from 'vitest';
import { deferred, refusal, restOf, startBot, startDiscord, stoppedClock } from './bot.ts';

const MODAL = {
  custom_id: 'm',
  title: 'A modal',
  components: [
    {
      type: ComponentType.Label,
      label: 'Question',
      component: { type: ComponentType.TextInput, custom_id: 'q', style: TextInputStyle.Short },
    },
  ],
};

/** Lets `answer` handle one /ask by bare REST requests, and gives what it returns. */
async function answering<T>(
  answer: (tools: {
    interaction: RepliableInteraction;
    clock: ReturnType<typeof stoppedClock>;
    acknowledge: (body: object) => Promise<unknown>;
    webhook: (method: 'post' | 'patch' | 'get', path: string, body?: object) => Promise<unknown>;
  }) => Promise<T>,
) {
  const clock = stoppedClock();
  const stage = await startDiscord({ now: clock.now });
  const rest = restOf(stage.discord);
  const result = deferred<T>();
  const bot = await startBot(stage.discord, {
    onInteraction: async (interaction: Interaction) => {
      if (!interaction.isRepliable()) return;
      const acknowledge = (body: object) =>
        rest.post(Routes.interactionCallback(interaction.id, interaction.token), { body, auth: false });
      const webhook = (method: 'post' | 'patch' | 'get', path: string, body?: object) =>
        rest[method](`/webhooks/${interaction.applicationId}/${interaction.token}${path}`, {
          auth: false,
          ...(body && { body }),
        });
      await answer({ interaction, clock, acknowledge, webhook }).then(result.resolve, result.reject);
    },
  });
  await bot.application?.commands.set([{ name: 'ask', description: 'Asks.' }]);
  const shown = stage.ana.useSlashCommand(stage.channel, 'ask');
  shown.catch(() => {});
  return { ...stage, clock, shown, result: await result.promise };
}

test('an answer after three seconds is refused with 10062, and the person sees that none came', async () => {
  const { result, shown } = await answering(async ({ interaction, clock }) => {
    clock.advance(3001);
    return refusal(interaction.reply('late'));
  });
  expect(result).toMatchObject({ status: 404, code: 10062 });
  await expect(shown).rejects.toThrow('/ask: the application did not respond in time');
});

test('an answer at the last moment is taken', async () => {
  const { shown } = await answering(async ({ interaction, clock }) => {
    clock.advance(3000);
    return interaction.reply('just in time');
  });
  expect((await shown).message?.content).toBe('just in time');
});

test('a person stops waiting by the real clock, too', async () => {
  const { discord, ana, channel } = await startDiscord({ acknowledgeWithinMs: 20 });
  const bot = await startBot(discord);
  await bot.application?.commands.set([{ name: 'ask', description: 'Asks.' }]);
  await expect(ana.useSlashCommand(channel, 'ask')).rejects.toThrow('did not respond in time');
});

test('a bot that defers and then says nothing is named in the complaint', async () => {
  const { discord, ana, channel } = await startDiscord({ patienceMs: 200 });
  const bot = await startBot(discord, { onInteraction: async (i) => i.isChatInputCommand() && i.deferReply() });
  await bot.application?.commands.set([{ name: 'ask', description: 'Asks.' }]);
  await expect(ana.useSlashCommand(channel, 'ask')).rejects.toThrow('did not go on within 200 ms after: defer');
});

test('a person cannot use commands of a bot that is not connected', async () => {
  const { discord, ana, channel } = await startDiscord();
  await restOf(discord).put(Routes.applicationCommands(discord.applicationId), {
    body: [{ name: 'ask', description: 'Asks.' }],
  });
  await expect(ana.useSlashCommand(channel, 'ask')).rejects.toThrow('no bot is connected');
});

test('a second acknowledgement is refused with 40060', async () => {
  const { result } = await answering(async ({ interaction, acknowledge }) => {
    await interaction.deferReply();
    return refusal(acknowledge({ type: 4, data: { content: 'again' } }));
  });
  expect(result).toMatchObject({ status: 400, code: 40060 });
});

test('an answer that was refused for its form can be sent again', async () => {
  const { result, shown } = await answering(async ({ interaction, acknowledge }) => {
    const first = await refusal(acknowledge({ type: 4, data: { content: 'x'.repeat(2001) } }));
    await interaction.reply('short');
    return first;
  });
  expect(result).toMatchObject({ code: 50035 });
  expect((await shown).message?.content).toBe('short');
});

test('a token is good for fifteen minutes, and then refused with 50027', async () => {
  const { result } = await answering(async ({ interaction, clock }) => {
    await interaction.deferReply();
    clock.advance(15 * 60 * 1000);
    await interaction.editReply('in time');
    clock.advance(1);
    return refusal(interaction.editReply('late'));
  });
  expect(result).toMatchObject({ status: 401, code: 50027 });
});

test('a token that never was is refused with 50027 or 10062, and another application with 10015', async () => {
  const { discord } = await startDiscord();
  const rest = restOf(discord);
  const followUp = (application: string) =>
    refusal(rest.post(Routes.webhook(application, 'nonsense'), { body: { content: 'hi' }, auth: false }));
  expect(await followUp(discord.applicationId)).toMatchObject({ status: 401, code: 50027 });
  expect(await followUp('12345')).toMatchObject({ status: 404, code: 10015 });
  const body = { type: 4, data: { content: 'hi' } };
  expect(
    await refusal(rest.post(Routes.interactionCallback('12345', 'nonsense'), { body, auth: false })),
  ).toMatchObject({ code: 10062 });
});

test('nothing follows up before the first answer', async () => {
  const { result } = await answering(async ({ interaction, webhook }) => {
    const codes = [
      await refusal(webhook('post', '', { content: 'hi' })),
      await refusal(webhook('patch', '/messages/@original', { content: 'hi' })),
    ].map(({ code }) => code);
    await interaction.reply('hi');
    return codes;
  });
  expect(result).toEqual([10015, 10015]);
});

test('a defer takes no flag but EPHEMERAL', async () => {
  const { result } = await answering(async ({ acknowledge }) => {
    const refused = await refusal(acknowledge({ type: 5, data: { flags: MessageFlags.IsComponentsV2 } }));
    await acknowledge({ type: 5, data: { flags: MessageFlags.Ephemeral } });
    return refused;
  });
  expect(result).toMatchObject({ code: 50035, fields: ['MESSAGE_FLAGS_INVALID'] });
});

test.each([
  ['autocomplete choices', { type: 8, data: { choices: [] } }],
  ['an update without a message', { type: 7, data: { content: 'x' } }],
  ['a deferred update without a message', { type: 6 }],
  ['an answer of no known type', { type: 99 }],
])('a command is not answered with %s', async (_what, body) => {
  const { result } = await answering(async ({ interaction, acknowledge }) => {
    const refused = await refusal(acknowledge(body));
    await interaction.reply('fine');
    return refused;
  });
  expect(result).toMatchObject({ status: 400, code: 50035 });
});

test('a modal does not answer a modal', async () => {
  const codes: unknown[] = [];
  const { ana, shown } = await answering(async ({ interaction, acknowledge }) => {
    if (interaction.isModalSubmit()) {
      codes.push((await refusal(acknowledge({ type: 9, data: MODAL }))).code);
      await interaction.reply('fine');
    } else await acknowledge({ type: 9, data: MODAL });
  });
  await ana.submitModal(await shown, { q: 'why?' });
  expect(codes).toEqual([50035]);
});

const label = MODAL.components[0];
test.each([
  ['a title over 45 characters', { title: 'x'.repeat(46) }],
  ['no title', { title: '' }],
  ['a custom id over 100 characters', { custom_id: 'x'.repeat(101) }],
  ['no components', { components: [] }],
  [
    'six components',
    {
      components: Array.from({ length: 6 }, (_, n) => ({
        ...label,
        component: { ...label?.component, custom_id: `q${n}` },
      })),
    },
  ],
  ['the same custom id twice', { components: [label, label] }],
  ['a label over 45 characters', { components: [{ ...label, label: 'x'.repeat(46) }] }],
  ['a bare text input', { components: [label?.component] }],
  [
    'a button',
    {
      components: [
        {
          type: ComponentType.ActionRow,
          components: [{ type: ComponentType.Button, style: 1, label: 'x', custom_id: 'b' }],
        },
      ],
    },
  ],
])('a modal with %s is refused', async (_what, change) => {
  const { result } = await answering(async ({ interaction, acknowledge }) => {
    const refused = await refusal(acknowledge({ type: 9, data: { ...MODAL, ...change } }));
    await interaction.reply('fine');
    return refused;
  });
  expect(result).toMatchObject({ status: 400, code: 50035 });
});

test('a deleted or ephemeral message is unknown where it does not belong', async () => {
  const { discord, channel, result } = await answering(async ({ interaction, webhook }) => {
    await interaction.reply({ content: 'psst', flags: MessageFlags.Ephemeral });
    const { id } = await interaction.fetchReply();
    await interaction.deleteReply();
    return { id, gone: await refusal(webhook('get', '/messages/@original')) };
  });
  expect(result.gone).toMatchObject({ status: 404, code: 10008 });
  const path = Routes.channelMessage(channel.id, result.id);
  expect(await refusal(restOf(discord).get(path))).toMatchObject({ code: 10008 });
});

test('an ephemeral message is not among the channel’s messages, even for the bot that sent it', async () => {
  const { discord, channel, result } = await answering(async ({ interaction }) => {
    await interaction.reply({ content: 'psst', flags: MessageFlags.Ephemeral });
    return (await interaction.fetchReply()).id;
  });
  const rest = restOf(discord);
  expect(await rest.get(Routes.channelMessages(channel.id))).toEqual([]);
  const edit = rest.patch(Routes.channelMessage(channel.id, result), { body: { content: 'x' } });
  expect(await refusal(edit)).toMatchObject({ code: 10008 });
});
