import type { FaultEntry } from '../faults/fault-entry.ts';
import { evidence } from '../faults/evidence.ts';
import { wrapHttpStatus } from '../faults/http-status.ts';
import { httpStatuses } from './http-statuses.ts';
import { win32Base, winhttpCodes } from './winhttp.ts';

/** The upper 16 bits under which the sign-in broker shows errors of WinHTTP. */
const brokerConnection = 0xcaa8;

/** The names of Entra's documents for the errors of WinHTTP that the sign-in broker met. */
const brokerNames: readonly (readonly [winhttp: number, name: string])[] = [
  [12002, 'ERROR_ADAL_INTERNET_TIMEOUT'],
  [12029, 'ERROR_ADAL_INTERNET_CANNOT_CONNECT'],
  [12030, 'ERROR_ADAL_INTERNET_CONNECTION_ABORTED'],
  [12175, 'ERROR_ADAL_INTERNET_SECURE_FAILURE'],
];

/** The errors of the sign-in broker that have a name of their own. */
export const brokerConnectionCodes: readonly FaultEntry[] = brokerNames.flatMap(([number, name]) => {
  const entry = winhttpUnder(brokerConnection, number);
  return entry === undefined ? [] : [{ ...entry, names: [name] }];
});

/**
 * What a number means that carries another number in its low 16 bits: an HTTP status, a status of SyncML, or an error of WinHTTP.
 * Undefined where its upper 16 bits carry none, or the low ones are not known.
 */
export function unwrap(hresult: number): FaultEntry | undefined {
  const [high, low] = [hresult >>> 16, hresult & 0xffff];
  if (high === 0x8019 || high === brokerConnection) {
    const network = winhttpUnder(high, low);
    if (network) return network;
  }
  if (high === 0x87d1) return syncmlStatus(hresult, low);
  if (low < 100 || low > 599) return undefined;
  if (high === 0x8019) return statusOf(low);
  if (high === 0x801f) {
    const doubt = 'one public enumeration alone says that the low word of 0x801F is an HTTP status';
    return { ...statusOf(low), hresult, sources: ['A public enumeration of certificate enrollment (weak)'], doubt };
  }
  if (high === 0xcaa3) return brokerStatus(hresult, low);
  return undefined;
}

/** What is known of an HTTP status that came without a fault which Windows reads; `status` is 100 to 599. */
function statusOf(status: number): FaultEntry {
  const known = httpStatuses.find(({ hresult }) => hresult === wrapHttpStatus(status));
  if (known) return known;
  return {
    kind: 'client',
    hresult: wrapHttpStatus(status),
    names: [`HTTP ${status}`],
    meaning: `The server answered HTTP ${status} without a fault that the device reads; the low word is the status`,
    who: ['server'],
    remedy: statusRemedy(status),
    sources: ['fleetdm/fleet issue 34993: the low word is the status'],
  };
}

function statusRemedy(status: number): string {
  if (status < 200) return 'Send a final answer after it';
  if (status < 300) return 'Answer 200 with a SOAP message';
  if (status < 400) return 'Answer at the URL that you advertise, without a redirect';
  return 'Find out which part of the server answers so; refuse with a SOAP fault and HTTP 500 or 200';
}

function winhttpUnder(high: number, low: number): FaultEntry | undefined {
  const entry = winhttpCodes.find(({ hresult }) => hresult === win32Base + low);
  if (!entry) return undefined;
  const hresult = high * 0x1_0000 + low;
  if (high !== brokerConnection) return { ...entry, hresult };
  return {
    ...entry,
    hresult,
    meaning: `The sign-in broker failed to reach its own host, such as login.microsoftonline.com. ${entry.meaning}`,
    who: ['network', 'identity provider'],
    remedy: 'Check proxy, TLS inspection and clock for the sign-in host; the enrollment server is not asked yet',
    sources: [evidence.hybridJoin, ...entry.sources.filter((source) => !source.startsWith(evidence.hybridJoin))],
  };
}

function syncmlStatus(hresult: number, status: number): FaultEntry | undefined {
  if (status < 200 || status > 599) return undefined;
  return {
    kind: 'client',
    hresult,
    names: [`SyncML status ${status}`],
    meaning: `The Intune console shows that the device answered a command with the SyncML status ${status}`,
    who: ['administrator'],
    remedy: 'Look at the setting in the Intune console, which alone shows this code; no enrollment ends with it',
    sources: [evidence.intuneTexts],
  };
}

function brokerStatus(hresult: number, status: number): FaultEntry {
  return {
    kind: 'client',
    hresult,
    names: [`HTTP ${status}`],
    meaning: `An address of the sign-in answered HTTP ${status}`,
    who: ['identity provider', 'administrator'],
    remedy: 'Check the MDM URLs of the tenant in Entra',
    sources: [`${evidence.inferred}: the low word is an HTTP status`],
    doubt: 'no source says that the low word of 0xCAA3 is an HTTP status',
  };
}
