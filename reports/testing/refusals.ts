import type { Refusal } from '../../harness/engine/explanation/refusal.ts';
import { awkward } from './awkward.ts';

/** A refusal with every field, and with characters that are hard to write. */
export const refusals: readonly Refusal[] = [
  {
    exchange: 2,
    exchanges: [2],
    kind: 'get-policies',
    service: 'The policy service',
    request: 'GetPolicies',
    url: 'https://enterpriseenrollment.example.test/EnrollmentServer/Policy.svc',
    came: 'no complete answer (the connection was reset)',
    notes: [`a note with ${awkward}`],
    text: `Sorry ${awkward}`,
    traceId: awkward,
    code: '0x80072EFE',
    evidence: { by: 'reported', source: 'a public report' },
    actor: 'server',
    remedy: 'Look in the log of the server for what ended the connection.',
  },
];
