import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

export interface LoopbackProxy {
  readonly url: string;
  /** The hosts, with their ports, that it was asked to connect to. */
  readonly targets: string[];
  close(): Promise<void>;
}

/** An HTTP proxy that tunnels (`CONNECT`), as a company's does; with a password it answers 407 to who does not give it. */
export async function startProxy({ password }: { readonly password?: string } = {}): Promise<LoopbackProxy> {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
  };
  const server = createServer((_, response) => response.writeHead(405).end());
  server.on('connection', keep);
  server.on('connect', (request: IncomingMessage, client: Socket) => {
    proxy.targets.push(request.url ?? '');
    const given = Buffer.from(request.headers['proxy-authorization']?.split(' ')[1] ?? '', 'base64').toString();
    if (password !== undefined && given !== `user:${password}`) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    const [host = '', port = '80'] = (request.url ?? '').split(':');
    const target = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      target.pipe(client).pipe(target);
    });
    keep(target);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const credentials = password === undefined ? '' : `user:${password}@`;
  const proxy: LoopbackProxy = {
    url: `http://${credentials}127.0.0.1:${(server.address() as AddressInfo).port}`,
    targets: [],
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return proxy;
}
