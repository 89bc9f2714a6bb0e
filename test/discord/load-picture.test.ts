import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPicture } from '../../src/discord/load-picture.ts';
import { MAX_PICTURE_BYTES } from '../../src/images/picture-limits.ts';

const requests: (string | undefined)[] = [];
const host = createServer((request, response) => {
  requests.push(request.url);
  response.end('bytes');
});
let origin: string;

beforeAll(async () => {
  await once(host.listen(0, '127.0.0.1'), 'listening');
  origin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
});
afterAll(() => host.close());

const picture = (path: string, size?: number) => ({
  url: `${origin}${path}`,
  name: 'a.png',
  spoiler: false,
  size,
  index: 0,
});

describe('loadPicture', () => {
  it('fetches the bytes of a picture', async () => {
    const bytes = await loadPicture(picture('/a.png', 5), [origin]);
    expect(Buffer.from(bytes).toString()).toBe('bytes');
  });

  it('refuses a picture that says itself that it is too large, without fetching it', async () => {
    const loading = loadPicture(picture('/large.png', MAX_PICTURE_BYTES + 1), [origin]);
    await expect(loading).rejects.toMatchObject({ code: 'picture-too-large' });
    expect(requests).not.toContain('/large.png');
  });

  it('asks no other host, whatever a message names', async () => {
    const loading = loadPicture(picture('/elsewhere.png'), ['https://cdn.discordapp.com']);
    await expect(loading).rejects.toMatchObject({ code: 'picture-host' });
    expect(requests).not.toContain('/elsewhere.png');
  });
});
