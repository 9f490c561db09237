import type { Device } from '../../../harness/device/client/device.ts';
import { hostPath } from '../../../harness/engine/evidence/kind.ts';
import type { TlsVersion } from '../../../harness/wire/exchange/exchange.ts';

const old: readonly (readonly [name: string, version: TlsVersion])[] = [
  ['TLS 1.0', 'TLSv1'],
  ['TLS 1.1', 'TLSv1.1'],
];

/**
 * Connects to a host with each version of TLS, between two connections with the versions of a device. It sends nothing
 * of the user. Returns false if the first connection has no TLS that can be trusted: a device would not continue.
 */
export async function scanHost(device: Device, service: string, origin: string): Promise<boolean> {
  const ask = (name: string, options: Omit<Parameters<Device['request']>[2], 'name'>) =>
    device.request('GET', `${origin}${hostPath}`, { ...options, name: `${service}-${name}` });
  const first = await ask('control-before', { control: true });
  if (first.kind === 'broken' && first.tlsBreak?.protocol === undefined) return false;
  for (const [name, tlsVersion] of old) {
    const variant = `${name} at the ${service} host`;
    await ask(tlsVersion.toLowerCase(), { variant, deviations: ['tls-version'], connection: { tlsVersion } });
  }
  const variant = `nothing later than TLS 1.2 at the ${service} host`;
  await ask('tlsv1.2', { variant, family: 'tls-1.2', connection: { tlsVersion: 'TLSv1.2' } });
  await ask('control-after', { control: true });
  return true;
}
