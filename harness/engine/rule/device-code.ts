import type { Evidence } from '../evidence/evidence.ts';
import type { Kind } from '../evidence/kind.ts';
import type { Fault } from '../../protocol/faults/matcher.ts';
import { deviceHresult } from './device-hresult.ts';
import type { Witness } from './impact.ts';
import { witnesses } from './witnesses.ts';

/** The code that a device shows for an answer, and on what this claim rests. */
export interface DeviceCode {
  readonly hresult: number;
  readonly evidence: Witness;
}

const subcodes: Witness = { by: 'specified', source: 'MS-MDE2 18.0, section 2.2.10' };
const header: Witness = { by: 'specified', source: 'mdmregistration.h of the Windows SDK' };
const statuses: Witness = {
  by: 'reported',
  source: 'fleetdm/fleet issue 34993, 0x80190190 for HTTP 400',
};
const unreadBody: Witness = { by: 'reported', source: 'fleetdm/fleet issue 42144: 0x801900C8 for HTTP 200' };
/** In a browser and in management, other programs of the device ask, with codes of their own. */
const elsewhere: readonly Kind[] = ['authenticate', 'terms-of-use', 'manage'];

/** Windows does not read a fault in lower case; what it shows then was seen to depend on the phase. */
const lowerCaseCodes = {
  discovery: {
    hresult: 0x80180006,
    evidence: { by: 'reported', source: 'fleetdm/fleet issues 49326 and 49329: a fault in lower case, in discovery' },
  },
  later: {
    hresult: 0x801900c8,
    evidence: {
      by: 'reported',
      source: 'fleetdm/fleet issues 46388 and 50611: a fault in lower case with HTTP 200; 48059 saw 0x80180027',
    },
  },
} as const satisfies Record<string, DeviceCode>;

/**
 * The code that a device shows for an answer that is not the due message, or for a host that it does not trust. Undefined for a success, and
 * where nothing is known: a fault that is no fault of SOAP 1.2 has no code of its own, because it depends on the phase whether and how
 * Windows reads it.
 */
export function deviceCode(evidence: Evidence): DeviceCode | undefined {
  const { kind, state, exchange } = evidence;
  if (elsewhere.includes(kind)) return undefined;
  const isDiscovery = kind === 'probe' || kind === 'discover';
  const fault = state === 'fault' ? evidence.fault : undefined;
  if (fault && !isReadable(fault)) return ofUnreadFault(fault, exchange.answer.response?.status ?? 0, isDiscovery);
  const hresult = deviceHresult(exchange.answer, fault, isDiscovery ? { phase: 'discovery' } : {});
  return hresult === undefined ? undefined : { hresult, evidence: witnessOf(hresult, fault) };
}

function isReadable({ form }: Fault): boolean {
  return form === 'soap-1.2';
}

function ofUnreadFault({ form }: Fault, status: number, isDiscovery: boolean): DeviceCode | undefined {
  if (form !== 'lower-case') return undefined;
  if (isDiscovery) return lowerCaseCodes.discovery;
  return status === 200 ? lowerCaseCodes.later : undefined;
}

function witnessOf(hresult: number, fault: Fault | undefined): Witness {
  if (fault?.hresult === hresult) return subcodes;
  if (hresult === 0x80180033) return header;
  if (hresult === 0x801900c8) return unreadBody;
  return hresult >= 0x80190064 && hresult <= 0x80190257 ? statuses : witnesses.constants;
}
