import type { Answering, Behaviour, Departure, FramingDefect, Replacement } from './counterexample.ts';
import type { CertificateChange } from '../../protocol/pki/build/certificate-change.ts';

/** The vocabulary in which counterexamples are written; `at` is an XPath with the fixed prefixes. */
export const set = (on: Answering, at: string, to: string): Departure => ({ on, xml: { op: 'set', at, to } });
export const remove = (on: Answering, at: string): Departure => ({ on, xml: { op: 'remove', at } });
export const rename = (on: Answering, at: string, to: string): Departure => ({ on, xml: { op: 'rename', at, to } });
export const duplicate = (on: Answering, at: string): Departure => ({ on, xml: { op: 'duplicate', at } });
export const swap = (on: Answering, at: string): Departure => ({ on, xml: { op: 'swap', at } });
export const append = (on: Answering, at: string, xml: string): Departure => ({ on, xml: { op: 'append', at, xml } });
export const attribute = (on: Answering, at: string, name: string, to: string): Departure => ({
  on,
  xml: { op: 'attribute', at, name, to },
});

/** The same edits inside the decoded provisioning document of an issue or a renewal. */
const inDocument = (on: 'issue' | 'renew') => ({
  set: (at: string, to: string): Departure => ({ on, provisioning: { op: 'set', at, to } }),
  remove: (at: string): Departure => ({ on, provisioning: { op: 'remove', at } }),
  rename: (at: string, to: string): Departure => ({ on, provisioning: { op: 'rename', at, to } }),
  duplicate: (at: string): Departure => ({ on, provisioning: { op: 'duplicate', at } }),
  append: (at: string, xml: string): Departure => ({ on, provisioning: { op: 'append', at, xml } }),
  attribute: (at: string, name: string, to: string): Departure => ({
    on,
    provisioning: { op: 'attribute', at, name, to },
  }),
  replace: (text: string, by: string): Departure => ({ on, provisioningReplace: text, by }),
});
export const provisioning = inDocument('issue');
export const renewedProvisioning = inDocument('renew');

/** Replaces the first occurrence of a text in the body. */
export const replace = (on: Answering, text: string, by: string): Departure => ({ on, replace: text, by });

/** Sets a header field; without a value, removes it. */
export const header = (on: Answering, name: string, to?: string): Departure => ({
  on,
  header: name,
  ...(to === undefined ? {} : { to }),
});
export const addHeader = (on: Answering, name: string, to: string): Departure => ({ on, header: name, to, add: true });
export const status = (on: Answering, code: number): Departure => ({ on, status: code });
export const framing = (on: Answering, defect: FramingDefect): Departure => ({ on, framing: defect });
export const answer = (on: Answering, replacement: Replacement): Departure => ({ on, answer: replacement });
export const close = (on: Answering): Departure => ({ on, connection: 'close' });
/** Holds the answer back for that many seconds. */
export const slow = (on: Answering, seconds: number): Departure => ({ on, delayMs: seconds * 1000 });
export const behaves = (behaviour: Behaviour): Departure => ({ behaviour });

/** Limits a departure of `authenticate` to the page that a sent login form gets, the last of a sign-in. */
export const afterLogin = (departure: Departure): Departure =>
  'on' in departure ? { ...departure, asked: 'password=' } : departure;

/** Issues the device's certificate with other properties. */
export const reissue = (leaf: CertificateChange): Departure => ({ behaviour: { leaf } });
