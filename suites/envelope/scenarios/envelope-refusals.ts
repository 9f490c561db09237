import { pathFamily } from '../../../harness/device/run/family.ts';
import { namespaces } from '../../../harness/protocol/xml/namespaces.ts';

const header = '/s:Envelope/s:Header';
const unknownAction = 'http://schemas.microsoft.com/windows/management/2012/01/enrollment/mde-conformance/Unknown';
const foreignBlock = '<f:Demand xmlns:f="urn:mde-conformance" s:mustUnderstand="1">1</f:Demand>';

/** Messages that no service can process, each for one reason that lies in its envelope. */
export const envelopeRefusals = pathFamily({
  id: 'envelope-refusals',
  title: 'Each message is sent malformed, with an unknown Action, as SOAP 1.1, and with an unknown header',
  variations: [
    { variant: 'a truncated message', deviations: ['malformed'], edits: [{ cut: 40 }] },
    {
      variant: 'an ampersand that is not escaped',
      deviations: ['malformed'],
      edits: [{ replace: '</a:MessageID>', by: '&</a:MessageID>' }],
    },
    { variant: 'an empty message', deviations: ['malformed'], edits: [{ cut: Number.MAX_SAFE_INTEGER }] },
    {
      variant: 'an unknown Action',
      deviations: ['action'],
      edits: [{ xml: { op: 'set', at: `${header}/a:Action`, to: unknownAction } }],
    },
    {
      variant: 'an envelope of SOAP 1.1',
      deviations: ['schema', 'soap-version'],
      edits: [{ replace: namespaces.s, by: namespaces.s11 }],
    },
    {
      variant: 'an unknown header that must be understood',
      deviations: ['must-understand'],
      edits: [{ xml: { op: 'append', at: header, xml: foreignBlock } }],
    },
    {
      variant: 'no MessageID',
      deviations: ['message-id-missing'],
      edits: [{ xml: { op: 'remove', at: `${header}/a:MessageID` } }],
    },
  ],
});
