import { once } from 'node:events';
import net from 'node:net';
import type { AddressInfo } from 'node:net';

/** A port on loopback that nobody has a reason to speak to. */
export interface Trap extends AsyncDisposable {
  /** Plain HTTP, without a trailing slash. */
  readonly url: string;
  /**
   * The first bytes of each connection. The hello of TLS does not count: a probe may be led to another host over TLS, and the trap has
   * no certificate with which it could be spoken to.
   */
  readonly sprung: () => readonly string[];
}

/** Listens until it is disposed of, and answers nothing. */
export async function setTrap(): Promise<Trap> {
  const sprung: string[] = [];
  const server = net.createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', (bytes) => {
      sprung.push(bytes.toString('latin1', 0, 200));
      socket.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    sprung: () => sprung.filter((bytes) => !bytes.startsWith('\x16')),
    [Symbol.asyncDispose]: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}
