import type { FaultEntry } from '../faults/fault-entry.ts';
import { registrationBase } from '../faults/http-status.ts';
import { subcodes } from '../faults/subcodes.ts';
import { entriesOf } from './code-group.ts';
import { evidence } from '../faults/evidence.ts';

const twoReadings =
  'two readings: Windows 8.x numbered its faults so, and later versions an HTTP answer of an unexpected class';
const httpReadings = ['', 'REDIRECTION', 'CLIENT_ERROR', 'SERVER_ERROR'];

/** The numbers that Windows 8.x gave to the seven subcodes: 0x80190001 to 0x80190007. */
const twins: readonly FaultEntry[] = subcodes.map(({ hresult, names, meaning, wireName, who, remedy }) => ({
  kind: 'client',
  hresult: registrationBase + (hresult & 0xff),
  names: [names[0].replace('MENROLL', 'MREGISTER')],
  meaning: `${meaning}; Windows 8.1's number for the subcode ${wireName}`,
  who,
  remedy,
  sources: [evidence.mdmHeader],
  ...((hresult & 0xff) <= 5 && {
    doubt: (hresult & 0xff) === 2 ? `${twoReadings}; no constant of the second is known for 2` : twoReadings,
  }),
}));

const unexpectedStatus: readonly FaultEntry[] = [1, 3, 4, 5].map((low, index) => ({
  kind: 'client',
  hresult: registrationBase + low,
  names: [['HTTP_E_STATUS_UNEXPECTED', httpReadings[index]].filter(Boolean).join('_')],
  meaning: `On Windows 10 and later: the server answered HTTP with ${
    ['an unexpected status', 'an unexpected redirect', 'an unexpected status 4xx', 'an unexpected status 5xx'][index] ??
    ''
  }`,
  who: ['server'],
  remedy: 'Find the status in the log of the server, and ask "explain" for it',
  sources: [evidence.httpHeader],
  doubt: twoReadings,
}));

const others = entriesOf([
  {
    who: ['server'],
    remedy: 'Send one of the seven subcodes',
    sources: [evidence.mdmHeader],
    codes: [
      [
        0x80190008,
        'MREGISTER_E_DEVICE_UNKNOWN_ERROR',
        "A server error of no known kind; Windows 8.1's number for 0x80180008",
      ],
    ],
  },
  {
    who: ['device'],
    remedy: 'Wait for the other enrollment, or restart the device',
    sources: [evidence.mdmHeader],
    codes: [
      [
        0x80190009,
        'MREGISTER_E_REGISTRATION_IN_PROGRESS',
        "Another registration is running; Windows 8.1's number for 0x80180009",
      ],
    ],
  },
  {
    who: ['device'],
    remedy: 'Enroll with Windows 10 or later, which does not use this code',
    sources: [`${evidence.mdmHeader} (marked as not used any more)`],
    codes: [
      [0x8019000a, 'MREGISTER_E_DEVICE_ALREADY_REGISTERED', 'The device is already registered; a code of Windows 8.1'],
      [0x8019000b, 'MREGISTER_E_DEVICE_NOT_REGISTERED', 'The device is not registered; a code of Windows 8.1'],
      [0x8019000c, 'MREGISTER_E_DISCOVERY_REDIRECTED', 'Discovery was redirected; a code of Windows 8.1'],
      [
        0x8019000d,
        'MREGISTER_E_DEVICE_NOT_AD_REGISTERED_ERROR',
        'The device is not in the directory; a code of Windows 8.1',
      ],
      [0x8019000e, 'MREGISTER_E_DISCOVERY_FAILED', 'Discovery failed; a code of Windows 8.1'],
    ],
  },
]);

/** The codes of Windows 8.x, MREGISTER_E_, and the HTTP constants that later got the same numbers. */
export const registrationCodes: readonly FaultEntry[] = [...twins, ...unexpectedStatus, ...others];
