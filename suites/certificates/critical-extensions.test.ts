import { provisioning } from '../../harness/engine/rule/departures.ts';
import { unknownExtension } from '../../harness/protocol/pki/testing/extension-writer.ts';
import { mintLeaf, mintRoot } from '../../harness/protocol/pki/testing/mint.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { criticalExtensions } from './critical-extensions.ts';

const ofWindows = mintLeaf(mintRoot(), { with: [unknownExtension(true, '1.3.6.1.4.1.311.21.10')] }).certificate;

testCheck(criticalExtensions, {
  fails: [/ has a critical extension 1\.3\.6\.1\.4\.1\.32473\.1 that RFC 5280 does not know$/],
  passes: {
    "application policies of Windows' own authority": provisioning.set(
      '//characteristic[@type="My"]/characteristic[@type="User"]//parm[@name="EncodedCertificate"]/@value',
      Buffer.from(ofWindows.der).toString('base64'),
    ),
  },
});
