import { generateKeyPairSync } from 'node:crypto';
import { provisioning, reissue, remove } from '../../harness/engine/rule/departures.ts';
import { mintLeaf, mintRoot } from '../../harness/protocol/pki/testing/mint.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { policyHash } from './policy-hash.ts';

const ed25519 = mintLeaf(mintRoot({ key: generateKeyPairSync('ed25519').privateKey })).certificate;

testCheck(policyHash, {
  fails: ['The certificate is signed with sha1'],
  passes: {
    'a stronger hash': reissue({ hash: 'sha384' }),
    'Ed25519, which has a stronger one inside': provisioning.set(
      '//characteristic[@type="My"]/characteristic[@type="User"]//parm[@name="EncodedCertificate"]/@value',
      Buffer.from(ed25519.der).toString('base64'),
    ),
  },
  inapplicable: { 'a policy that names none': remove('get-policies', '//x:oIDs/x:oID[x:group="1"]') },
});
