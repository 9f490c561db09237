import { once } from 'node:events';
import net from 'node:net';
import { listenForCallbacks } from '../../device/run/callback-listener.ts';
import type { Attack } from './behaviour.ts';
import type { Seen } from './scene.ts';

/** Sends bytes to the listener of a run, and then fetches what the run gave out: the listener still counts it, and nothing else. */
export async function attackByCaller({ bytes }: Extract<Attack, { readonly by: 'caller' }>): Promise<Seen> {
  await using callback = await listenForCallbacks();
  const given = callback.urlFor('given');
  const socket = net.connect(Number(new URL(given).port), '127.0.0.1').on('error', () => undefined);
  await once(socket, 'connect');
  // A reset, which `once` would take for its own failure, ends it as well.
  const closed = new Promise((resolve) => socket.on('close', resolve));
  socket.resume().end(Buffer.from(bytes, 'latin1'));
  await closed;
  await fetch(given);
  return { out: `${callback.fetches(given)} fetch`, err: '', trapped: [] };
}
