import { DiscordAPIError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { loggedError, redact } from '../src/redact.ts';

describe('redact', () => {
  it("takes an interaction's token out of an address", () => {
    expect(redact('https://discord.com/api/v10/interactions/123/aW50ZXJhY3Rpb24/callback')).toBe(
      'https://discord.com/api/v10/interactions/123/[token]/callback',
    );
    expect(redact('PATCH /webhooks/123/aW50ZXJhY3Rpb24/messages/@original')).toBe(
      'PATCH /webhooks/123/[token]/messages/@original',
    );
  });

  it("takes a bot's token out", () => {
    const token = ['MTIzNDU2Nzg5MDEyMzQ1Njc4', 'GAbCdE', 'x'.repeat(38)].join('.');
    expect(redact(`Bot ${token} was refused`)).toBe('Bot [token] was refused');
  });

  it("takes the signature out of a picture's address", () => {
    expect(redact('GET https://cdn.discordapp.com/attachments/1/2/a.png?ex=66&is=65&hm=ab failed')).toBe(
      'GET https://cdn.discordapp.com/attachments/1/2/a.png?[signature] failed',
    );
  });
});

describe('loggedError', () => {
  it('keeps what tells the failure, and neither the token nor the body of the request', () => {
    const url = 'https://discord.com/api/v10/webhooks/1/secret-token/messages/@original';
    const body = { body: { content: 'a private question' }, files: undefined };
    const error = new DiscordAPIError({ code: 10062, message: 'Unknown interaction' }, 10062, 404, 'PATCH', url, body);
    const logged = loggedError(error);
    expect(logged).toMatchObject({ message: 'Unknown interaction', code: 10062, status: 404, method: 'PATCH' });
    expect(JSON.stringify(logged)).not.toMatch(/secret-token|private question/);
  });

  it('follows causes', () => {
    expect(loggedError(new Error('outer', { cause: new Error('inner') })).cause?.message).toBe('inner');
  });

  it('copes with what is no error', () => {
    expect(loggedError('a string')).toEqual({ type: 'string', message: 'a string' });
  });
});
