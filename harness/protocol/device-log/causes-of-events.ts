import type { Party } from '../faults/fault-entry.ts';

/** What an event says by itself. */
export interface EventCause {
  readonly cause: string;
  readonly who: readonly [Party, ...Party[]];
  readonly remedy: string;
  /** It says more than the code that stands beside it. */
  readonly isBetter?: true;
}

const cause = (text: string, who: EventCause['who'], remedy: string): EventCause => ({ cause: text, who, remedy });

/** Causes that an event names, with a code or without. */
export const causesOfEvents: ReadonlyMap<number, EventCause> = new Map([
  [
    52,
    cause(
      'The server answered with a fault whose subcode is none of those that Windows knows',
      ['server'],
      'Read the text of the fault, and send one of the seven subcodes (list faults)',
    ),
  ],
  [
    56,
    cause(
      'The provisioning document is no XML that Windows takes',
      ['server'],
      'Validate the document: mde-conformance validate FILE --type provisioning-document',
    ),
  ],
  [
    69,
    {
      ...cause(
        'The server answered with a fault that Windows cannot read, so nobody sees its text',
        ['server'],
        'Correct Subcode, or the namespace of Detail, of the fault; read the text in the log of the server',
      ),
      isBetter: true,
    },
  ],
  ...[218, 224, 231].map(
    (id) =>
      [
        id,
        cause(
          'The device finds no client certificate for the session, or got no token',
          ['server', 'device'],
          'Compare SSLCLIENTCERTSEARCHCRITERIA with the subject and the store of the certificate that was issued',
        ),
      ] as const,
  ),
]);
