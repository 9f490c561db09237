import { provisioning } from '../../harness/engine/rule/departures.ts';
import { mintRoot } from '../../harness/protocol/pki/testing/mint.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { rootAuthority } from './root-authority.ts';

/** ecdsa-with-SHA256, and what would be the algorithm three numbers later. */
const [known, unknown] = ['2a8648ce3d040302', '2a8648ce3d040305'];
const root = Buffer.from(mintRoot().certificate.der).toString('hex').replaceAll(known, unknown);

testCheck(rootAuthority, {
  fails: [
    /^The root ".*Reference Root CA.*" is no CA certificate$/,
    /^The root ".*Reference Root CA.*" is not self-signed$/,
  ],
  inapplicable: { 'a document without a root': provisioning.remove('//characteristic[@type="Root"]') },
  inconclusive: {
    'a root with a signature of another time': provisioning.set(
      '//characteristic[@type="Root"]//parm[@name="EncodedCertificate"]/@value',
      Buffer.from(root, 'hex').toString('base64'),
    ),
  },
});
