import type { IssueStep } from '../../../harness/device/client/steps.ts';
import { issueFamily } from '../../../harness/device/run/family.ts';
import type { Variation } from '../../../harness/device/run/family.ts';
import type { XmlEdit } from '../../../harness/protocol/xml/xml-edit.ts';

const trust = 'http://docs.oasis-open.org/ws-sx/ws-trust/200512';
const enrollment = 'http://schemas.microsoft.com/windows/pki/2009/01/enrollment';
const requestType = '//wst:RequestSecurityToken/wst:RequestType';
const instance = 'http://www.w3.org/2001/XMLSchema-instance';

/**
 * RequestTypes that a device does not use; it may use only Issue, Renew and Recovery (MS-WSTEP 3.1.4.1.2.7, MS-MDE2
 * 3.5).
 */
export const requestTypeRefusals = issueFamily({
  id: 'request-type-refusals',
  title: 'A certificate is requested without a RequestType, and with one that asks for something else',
  variations: [
    wrong('no RequestType', ['schema', 'request-type-missing'], { op: 'remove', at: requestType }),
    wrong(
      'a nil RequestType',
      ['schema', 'request-type-missing'],
      { op: 'set', at: requestType, to: '' },
      { op: 'attribute', at: requestType, name: `{${instance}}nil`, to: 'true' },
    ),
    asking('RequestType Cancel', 'request-type', `${trust}/Cancel`),
    asking('RequestType Validate', 'request-type', `${trust}/Validate`),
    asking('a key exchange token', 'key-exchange-token', `${trust}/KET`),
    asking('the status of a request', 'query-token-status', `${enrollment}/QueryTokenStatus`),
  ],
});

function asking(variant: string, deviation: string, to: string): Variation<IssueStep> {
  return wrong(variant, [deviation], { op: 'set', at: requestType, to });
}

function wrong(variant: string, deviations: readonly string[], ...edits: readonly XmlEdit[]): Variation<IssueStep> {
  return { variant, deviations, edits: edits.map((xml) => ({ xml })) };
}
