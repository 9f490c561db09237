import { createAuthority, poolAuthorityKeys } from '../../protocol/pki/build/authority.ts';
import { seededBytes } from '../../protocol/pki/build/seeded-bytes.ts';
import { startReferenceServer } from '../../reference-server/mount/start.ts';
import { startRawServer } from '../../wire/testing/raw-server.ts';
import type { Attack } from './behaviour.ts';
import { leaksIn, user } from './canary.ts';
import type { Scene, Seen } from './scene.ts';
import { setTrap } from './trap.ts';

const identity = createAuthority({
  now: () => new Date(),
  random: seededBytes('hostile'),
  keys: poolAuthorityKeys(),
}).serverIdentity({ hosts: ['127.0.0.1'] });
const tls = { key: identity.keyPem, cert: identity.chainPem };

/** Runs at a server that answers each request with the same bytes. A password that reaches it counts as a trap. */
export async function attackByBytes(
  { reply, goesOn = {}, plain, timeout = 30 }: Extract<Attack, { readonly by: 'bytes' }>,
  { tool, out, lay }: Scene,
): Promise<Seen> {
  await using trap = await setTrap();
  const bytes = typeof reply === 'function' ? reply(trap.url) : reply;
  await using target = await startRawServer(bytes, { ...goesOn, ...(plain ? {} : { tls }) });
  const url = `https://127.0.0.1:${target.port}/EnrollmentServer/Discovery.svc`;
  const called = await tool.enroll({ url, ca: identity.caPem, timeout }, out, lay);
  return { ...called, trapped: [...trap.sprung(), ...leaksIn(target.received())] };
}

/** Runs at the reference server behind wrong TLS. A request that comes through to it counts as a trap. */
export async function attackByTls(
  { defect }: Extract<Attack, { readonly by: 'tls' }>,
  { tool, out, lay }: Scene,
): Promise<Seen> {
  const trapped: string[] = [];
  await using server = await startReferenceServer({
    keys: 'pool',
    user,
    departures: [{ tls: defect }],
    onReply: ({ method, url }) => void trapped.push(`${method} ${url}`),
  });
  return { ...(await tool.enroll({ url: server.url, ca: server.caPem, timeout: 30 }, out, lay)), trapped };
}
