import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { fetchPicture } from '../../src/images/fetch-picture.ts';

const servers: Server[] = [];

/** A loopback picture host. Returns its origin. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  }
});

const SIGNED = '/attachments/1/2/cat.png?ex=66&is=65&hm=secret';

/** The failure of a fetch that must not succeed. */
async function failure(promise: Promise<unknown>): Promise<{ code: string; message: string }> {
  return promise.then(
    () => {
      throw new Error('it was fetched');
    },
    (error) => ({ code: error.code, message: error.message }),
  );
}

describe('what is fetched', () => {
  it('returns the bytes of the picture', async () => {
    const origin = await serve((_, response) => response.end(Buffer.from([1, 2, 3])));
    const file = await fetchPicture(`${origin}${SIGNED}`, { origins: [origin] });
    expect([...file]).toEqual([1, 2, 3]);
  });

  it('takes a file of exactly the limit', async () => {
    const origin = await serve((_, response) => response.end(Buffer.alloc(100)));
    await expect(fetchPicture(origin, { origins: 'any', maxBytes: 100 })).resolves.toHaveLength(100);
  });
});

describe('where it is fetched from', () => {
  it('asks no host but those allowed', async () => {
    let asked = 0;
    const origin = await serve((_, response) => response.end(String(asked++)));
    const { code } = await failure(fetchPicture(`${origin}/cat.png`, { origins: ['https://cdn.discordapp.com'] }));
    expect({ code, asked }).toEqual({ code: 'picture-host', asked: 0 });
  });

  it.each([
    'https://cdn.discordapp.com.evil.example/a.png',
    'https://cdn.discordapp.com@evil.example/a.png',
    'https://user@cdn.discordapp.com/a.png',
    'http://cdn.discordapp.com/a.png',
    'https://cdn.discordapp.com:8443/a.png',
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
    'cat.png',
    '',
  ])('is not taken in by %j', async (url) => {
    const neverFetch = () => Promise.reject(new Error('it was fetched'));
    const { code } = await failure(fetchPicture(url, { origins: ['https://cdn.discordapp.com'], fetch: neverFetch }));
    expect(code).toBe('picture-host');
  });

  it.each(['any', 'listed'])('follows no redirect (origins: %s)', async (kind) => {
    let asked = 0;
    const target = await serve((_, response) => response.end(String(asked++)));
    const origin = await serve((_, response) => response.writeHead(302, { location: target }).end());
    const { code } = await failure(fetchPicture(origin, { origins: kind === 'any' ? 'any' : [origin, target] }));
    expect({ code, asked }).toEqual({ code: 'picture-unavailable', asked: 0 });
  });
});

describe('what it refuses', () => {
  it('a file that is declared too large, without reading it', async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).flushHeaders();
    });
    expect(await failure(fetchPicture(origin, { origins: 'any', maxBytes: 999 }))).toMatchObject({
      code: 'picture-too-large',
    });
  });

  it('a file that turns out too large, whatever was declared, without reading on', async () => {
    let ended = () => {};
    const hungUp = new Promise<void>((resolve) => {
      ended = resolve;
    });
    const origin = await serve((_, response) => {
      response.on('close', ended);
      const more = () => {
        while (response.write(Buffer.alloc(1000)));
        response.once('drain', more);
      };
      more();
    });
    const { code } = await failure(fetchPicture(origin, { origins: 'any', maxBytes: 5000 }));
    expect(code).toBe('picture-too-large');
    await hungUp;
  });

  it.each([404, 403, 410])('a link that has expired (%i), saying so', async (status) => {
    const origin = await serve((_, response) => response.writeHead(status).end('<html>'));
    expect(await failure(fetchPicture(`${origin}${SIGNED}`, { origins: [origin] }))).toEqual({
      code: 'picture-unavailable',
      message: 'This picture is gone: it was deleted, or its link has expired. Post it again.',
    });
  });

  it('a host that breaks off in the middle', async () => {
    const origin = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write(Buffer.alloc(10), () => response.destroy());
    });
    expect(await failure(fetchPicture(origin, { origins: 'any' }))).toMatchObject({ code: 'picture-unavailable' });
  });

  it.each(['before it answers', 'in the middle of the file'])('a host that stalls %s', async (when) => {
    const origin = await serve((_, response) => {
      if (when !== 'before it answers') response.writeHead(200).write(Buffer.alloc(10));
    });
    const { code } = await failure(fetchPicture(origin, { origins: 'any', deadlineMs: 100 }));
    expect(code).toBe('timeout');
  });

  it('nobody listening', async () => {
    const origin = await serve(() => {});
    await new Promise((resolve) => {
      servers.pop()?.close(resolve);
    });
    expect(await failure(fetchPicture(origin, { origins: 'any' }))).toMatchObject({ code: 'picture-unavailable' });
  });
});

it.each([200, 302, 404, 500])('never shows the signature of an address (status %i)', async (status) => {
  const origin = await serve((_, response) => response.writeHead(status, { location: '/' }).end(Buffer.alloc(9)));
  for (const origins of ['any', [origin]] as const) {
    const { message } = await failure(fetchPicture(`${origin}${SIGNED}`, { origins, maxBytes: 1 }));
    expect(message).not.toMatch(/secret|hm=|attachments/);
  }
});
