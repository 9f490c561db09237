import { expect, test } from 'vitest';
import { namespaces } from '../../../harness/protocol/xml/namespaces.ts';
import { parseXml } from '../../../harness/protocol/xml/tree.ts';
import { attestationNodes } from './attestation.ts';

const policy =
  '<policy><attributes><a><b/><c/></a><attestation><azureAttestation/></attestation><a/><b/><c/></attributes></policy>';

test('the nodes of two thousand policies are found in a moment', () => {
  const policies = `<response><policies>${policy.repeat(2000)}</policies></response>`;
  using tree = parseXml(`<GetPoliciesResponse xmlns="${namespaces.x}">${policies}</GetPoliciesResponse>`);
  const found = attestationNodes(tree.root, 'azureattestation');
  expect(found).toHaveLength(2000);
  expect(found[1]?.path).toBe(
    '/x:GetPoliciesResponse/x:response/x:policies/x:policy[2]/x:attributes/x:attestation/x:azureAttestation',
  );
});
