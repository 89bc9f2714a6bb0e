import { Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { loadOpenApiDescription } from '../../src/sandbox/openapi-description.ts';
import { description, refusal, restOf, startDiscord } from './bot.ts';

test('without the file, there is no description', async () => {
  expect(await loadOpenApiDescription('nowhere/discord-openapi.json')).toBeUndefined();
});

describe.skipIf(!description)('Discord’s own description (skipped where its file is not beside the checkout)', () => {
  test('a body that it does not allow is refused, with the place and the reason', async () => {
    const { discord, channel } = await startDiscord();
    const send = restOf(discord).post(Routes.channelMessages(channel.id), { body: { content: 7 } });
    expect(await refusal(send)).toEqual({ status: 400, code: 50035, fields: ['OPENAPI'] });
    expect(discord.problems).toEqual(['POST /channels/{channel_id}/messages request: /content must be string,null']);
  });

  test('a query that it does not allow is refused', async () => {
    const { discord, channel } = await startDiscord();
    const query = new URLSearchParams({ limit: 'many' });
    expect(await refusal(restOf(discord).get(Routes.channelMessages(channel.id), { query }))).toMatchObject({
      code: 50035,
    });
    expect(discord.problems[0]).toContain('query limit');
  });

  test('an address that it does not allow is refused', async () => {
    const { discord } = await startDiscord();
    expect(await refusal(restOf(discord).get('/channels/abc'))).toMatchObject({ code: 50035 });
    expect(discord.problems[0]).toContain('path channel_id');
  });

  test('an answer to an interaction is held against the kind that its type says', () => {
    const request = {
      method: 'POST',
      route: '/interactions/{interaction_id}/{interaction_token}/callback',
      params: { interaction_id: '1', interaction_token: 'x' },
      query: {},
      authorization: 'none' as const,
      contentType: 'application/json',
      body: { type: 9, data: { custom_id: 'x', title: '', components: [] } },
      files: [],
    };
    expect(description?.requestProblems(request)).toEqual(
      expect.arrayContaining([
        '/data/title must NOT have fewer than 1 characters',
        '/data/components must NOT have fewer than 1 items',
      ]),
    );
  });

  test('the loopback’s own answers are held against it, too', () => {
    const answered = { method: 'GET', route: '/gateway/bot', status: 200, reply: { url: 'ws://127.0.0.1' } };
    expect(description?.replyProblems(answered).join()).toContain("must have required property 'session_start_limit'");
  });

  test('a missing body, a body of another type, and a body where none belongs are named', () => {
    const base = { method: 'POST', params: { channel_id: '1' }, query: {}, authorization: 'bot' as const, files: [] };
    const problems = (route: string, body: unknown, contentType = 'application/json') =>
      description?.requestProblems({ ...base, route, body, contentType });
    expect(problems('/channels/{channel_id}/messages', undefined)).toEqual(['the body is missing']);
    expect(problems('/channels/{channel_id}/messages', {}, 'text/plain')).toEqual(['Discord takes no text/plain here']);
    expect(problems('/channels/{channel_id}/typing', {})).toEqual(['Discord takes no body here']);
    expect(problems('/nonsense', {})).toEqual(['Discord describes no POST /nonsense']);
  });
});
