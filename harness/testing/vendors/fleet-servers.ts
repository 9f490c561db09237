import { answer, provisioning } from '../../engine/rule/departures.ts';
import { withBody } from '../../reference-server/mount/reply.ts';
import type { HttpResponse } from '../../wire/exchange/exchange.ts';
import { onTheWay } from './in-place.ts';
import { broad, enrolling } from './plans.ts';
import type { VendorServer } from './vendor-server.ts';

const soap = /(<\/?[as]:)(\w+)/g;

/** Faults have the letter case of the sample in MS-MDE2 2.2.10, and HTTP 200 (fleetdm/fleet #42144, #50611, PR #51468). */
const lowerCaseFaults = onTheWay((response): HttpResponse => {
  if (response.status < 400 || response.body.length === 0) return response;
  const text = Buffer.from(response.body).toString();
  const lower = text.replaceAll(soap, (_, start: string, name: string) => start + name.toLowerCase());
  return withBody(
    { ...response, status: 200, statusText: 'OK' },
    Buffer.from(lower.replaceAll('mustUnderstand', 'mustunderstand')),
  );
});

/** Fleet, by its issues (field-defects.md, section 1; protocol/sign-in.md, F1). */
export const fleetServers: readonly VendorServer[] = [
  {
    name: 'is Fleet with a token as the only credential',
    run: {
      scenarios: enrolling,
      // Discovery always says OnPremise, and the services take a token only (#46387, #48059): 0x80180027.
      departures: (['get-policies', 'issue'] as const).map((on) =>
        answer(on, { as: 'fault', subcode: 'Authentication' }),
      ),
      between: lowerCaseFaults,
    },
    verdict: 'incomplete',
    fails: ['policy/answer', 'enrollment/answer'],
    advice: ['faults/letter-case'],
    open: ['policy/schema', 'enrollment/token-type', 'provisioning/document', 'provisioning/thumbprint'],
    first: [/exchange \d+/i, /Authentication/, /e-mail address and the password/],
  },
  {
    name: 'is Fleet before it knew Windows 11 25H2',
    run: {
      scenarios: broad,
      departures: [
        // An exact list of RequestVersions (#15698, #31690, #49329): 0x80180006.
        {
          on: 'discover',
          matching: /<RequestVersion>(?![45]\.0<)/.source,
          answer: { as: 'fault', subcode: 'InternalServiceFault' },
        },
        // No count of the polling schedule is set.
        provisioning.set('//parm[@name="NumberOfFirstRetries"]/@value', '0'),
        provisioning.set('//parm[@name="NumberOfSecondRetries"]/@value', '0'),
      ],
      between: lowerCaseFaults,
    },
    verdict: 'nonconformant',
    fails: [
      'discovery/answer',
      'discovery/request-versions',
      'discovery/newer-request-versions',
      'provisioning/polling-counts',
    ],
    causes: ['request-version-list', 'provisioning/polling-counts'],
    advice: [
      'discovery/older-request-versions',
      'discovery/future-request-versions',
      'discovery/version-spellings',
      'faults/letter-case',
    ],
    open: [],
    first: [/RequestVersion/, /0x80180006/],
  },
];
