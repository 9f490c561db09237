import { gzipSync } from 'node:zlib';
import type { HttpResponse } from '../../wire/exchange/exchange.ts';
import { withBody } from '../../reference-server/mount/reply.ts';
import { onTheWay } from './in-place.ts';
import { enrolling } from './plans.ts';
import type { VendorServer } from './vendor-server.ts';

type Told = Pick<VendorServer, 'name' | 'verdict' | 'fails' | 'causes' | 'advice' | 'open' | 'first'>;

/** Changes the bytes of the answer to RequestSecurityToken. */
const sending = (change: (response: HttpResponse) => HttpResponse, told: Told): VendorServer => ({
  ...told,
  run: {
    scenarios: enrolling,
    between: onTheWay((response, asked) => (asked === 'issue' ? change(response) : response)),
  },
});

const compressed = (response: HttpResponse): HttpResponse => {
  const { headers, ...rest } = withBody(response, gzipSync(response.body));
  return { ...rest, headers: [...headers, ['Content-Encoding', 'gzip']] };
};

/** Servers whose right answer arrives as other bytes than it should. */
export const bodies: readonly VendorServer[] = [
  sending(compressed, {
    name: 'compresses the certificate, which nobody asked for',
    verdict: 'nonconformant',
    fails: ['enrollment/answer'],
    causes: ['compressed-answers'],
    advice: ['transport/content-coding'],
    open: ['enrollment/token-type', 'provisioning/document', 'provisioning/thumbprint'],
    first: [/exchange \d+/i, /gzip/],
  }),
  // A StringWriter of .NET declares UTF-16, whatever encodes its text afterwards.
  sending(
    (response) =>
      withBody(response, Buffer.concat([Buffer.from('<?xml version="1.0" encoding="utf-16"?>'), response.body])),
    {
      name: 'declares UTF-16 and writes UTF-8',
      verdict: 'nonconformant',
      fails: ['envelope/well-formed', 'enrollment/answer'],
      causes: ['unreadable-answers'],
      advice: [],
      open: ['enrollment/token-type', 'provisioning/document', 'provisioning/thumbprint'],
      first: [/exchange \d+/i, /utf-16/i],
    },
  ),
  sending((response) => ({ ...response, body: response.body.subarray(0, response.body.length / 2) }), {
    name: 'ends its answer after half of the announced length',
    verdict: 'nonconformant',
    fails: ['transport/content-length', 'enrollment/answer'],
    causes: ['cut-answers'],
    advice: [],
    open: ['enrollment/token-type', 'provisioning/document', 'provisioning/thumbprint'],
    first: [/exchange \d+/i, /before its answer was complete/],
  }),
  sending((response) => withBody(response, Buffer.concat([response.body, Buffer.from('\0\0<!-- 12 ms -->\0')])), {
    name: 'sends bytes after the document',
    verdict: 'nonconformant',
    fails: ['envelope/well-formed', 'enrollment/answer'],
    causes: ['unreadable-answers'],
    advice: [],
    open: ['enrollment/token-type', 'provisioning/document', 'provisioning/thumbprint'],
    first: [/exchange \d+/i, /bytes after the document/],
  }),
];
