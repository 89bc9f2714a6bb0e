import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { GatewayIntentBits, PermissionsBitField } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Config, readConfig } from '../../src/config.ts';
import { applicationIdIn, makeInvitation } from '../../src/discord/invite.ts';
import { type LoopbackDiscord, startLoopbackDiscord } from '../../src/sandbox/loopback-discord.ts';
import { description } from './scene.ts';

/** Nothing listens on port 1. */
const NOWHERE = 'http://127.0.0.1:1/api';

let discord: LoopbackDiscord;

beforeEach(async () => {
  discord = await startLoopbackDiscord({ description });
});
afterEach(async () => {
  await discord.stop();
  expect(discord.problems).toEqual([]);
});

const config = (settings: Record<string, string> = {}): Config =>
  readConfig({ DISCORD_TOKEN: discord.token, DISCORD_API: discord.apiUrl, ...settings });

describe('makeInvitation', () => {
  it('links to adding the bot to a server', async () => {
    const { origin, pathname, searchParams } = new URL((await makeInvitation(config())).toServer);
    expect(origin + pathname).toBe('https://discord.com/oauth2/authorize');
    expect(searchParams.get('client_id')).toBe(discord.applicationId);
    expect(searchParams.get('scope')).toBe('bot applications.commands');
  });

  it('asks for five permissions and no more', async () => {
    const { searchParams } = new URL((await makeInvitation(config())).toServer);
    const asked = new PermissionsBitField(BigInt(searchParams.get('permissions') ?? '')).toArray();
    expect(asked.toSorted()).toEqual([
      'AttachFiles',
      'ReadMessageHistory',
      'SendMessages',
      'SendMessagesInThreads',
      'ViewChannel',
    ]);
  });

  it('links to installing the commands for oneself', async () => {
    const { forOneself } = await makeInvitation(config());
    expect(Object.fromEntries(new URL(forOneself).searchParams)).toEqual({
      client_id: discord.applicationId,
      integration_type: '1',
      scope: 'applications.commands',
    });
  });

  it('warns of nothing where all fits', async () => {
    expect((await makeInvitation(config())).warnings).toEqual([]);
  });

  it('warns where the settings need the Message Content intent and Discord does not grant it', async () => {
    const { warnings } = await makeInvitation(config({ MESSAGE_CONTENT: '1' }));
    expect(warnings).toEqual([
      expect.stringMatching(/^MESSAGE_CONTENT=1 .* Message Content Intent .*developer portal/),
    ]);
  });

  it('does not warn where Discord grants it', async () => {
    const granting = await startLoopbackDiscord({ grantedIntents: GatewayIntentBits.MessageContent });
    const granted = { DISCORD_TOKEN: granting.token, DISCORD_API: granting.apiUrl, MESSAGE_CONTENT: '1' };
    expect((await makeInvitation(config(granted))).warnings).toEqual([]);
    await granting.stop();
  });

  it('takes the id from the token where Discord cannot be reached, and says so', async () => {
    const { toServer, warnings } = await makeInvitation(config({ DISCORD_API: NOWHERE }));
    expect(new URL(toServer).searchParams.get('client_id')).toBe(discord.applicationId);
    expect(warnings).toEqual([expect.stringContaining("can't be reached at 127.0.0.1:1")]);
  });

  it('says that Discord cannot be reached where the token holds no id', async () => {
    const making = makeInvitation(config({ DISCORD_API: NOWHERE, DISCORD_TOKEN: 'what.is.this' }));
    await expect(making).rejects.toThrow(/can't be reached/);
  });

  it('says that the token is wrong', async () => {
    await expect(makeInvitation(config({ DISCORD_TOKEN: 'wrong' }))).rejects.toThrow(/refuses the token/);
  });

  it('says that the token is missing', async () => {
    await expect(makeInvitation(config({ DISCORD_TOKEN: '' }))).rejects.toThrow(/DISCORD_TOKEN is not set/);
  });
});

describe('applicationIdIn', () => {
  it('reads the id that a token begins with', () => {
    expect(applicationIdIn('MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.x')).toBe('123456789012345678');
  });

  it.each(['', 'wrong', 'd3Jvbmc.x.y', '123456789012345678'])('finds none in %j', (token) => {
    expect(applicationIdIn(token)).toBeUndefined();
  });
});

describe('npm run invite', () => {
  it('prints the links alone, and warnings beside them', async () => {
    const [run, program] = ['run.js', 'discord/print-invite.ts'].map((path) =>
      fileURLToPath(new URL(`../../src/${path}`, import.meta.url)),
    ) as [string, string];
    const env = {
      PATH: process.env.PATH,
      HOME: tmpdir(),
      DISCORD_TOKEN: discord.token,
      DISCORD_API: discord.apiUrl,
      MESSAGE_CONTENT: '1',
    };
    const { out, err } = await new Promise<{ out: string; err: string }>((resolve, reject) => {
      execFile(process.execPath, [run, program], { env }, (error, out, err) =>
        error ? reject(error) : resolve({ out, err }),
      );
    });
    expect(out.match(/^https:.*$/gm)).toHaveLength(2);
    expect(out + err).not.toContain(discord.token);
    expect(err.trim()).toMatch(/^MESSAGE_CONTENT=1 /);
  });
});
