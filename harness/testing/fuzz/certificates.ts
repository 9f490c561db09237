import fc from 'fast-check';
import { readCertificate, UnreadableCertificate } from '../../protocol/pki/read/certificate.ts';
import { validatePath } from '../../protocol/pki/path/validate.ts';
import { damaged, damages } from '../../protocol/pki/testing/damage.ts';
import { mintAuthority, mintLeaf, mintRoot, now } from '../../protocol/pki/testing/mint.ts';
import type { FuzzProperty } from './fuzz-property.ts';

/** Certificates with damage in any octet. */
export const certificates: FuzzProperty = {
  name: 'certificates',
  holds: 'A damaged certificate is refused with UnreadableCertificate, or its path has a verdict.',
  runs: 200,
  property: () => {
    const root = mintRoot();
    const middle = mintAuthority(root);
    const whole = [mintLeaf(middle), middle, root].map(({ certificate }) => certificate);
    return Promise.resolve(
      fc.property(fc.integer({ min: 0, max: 2 }), damages, (which, all) => {
        const chain = whole.map((each, index) => {
          try {
            return index === which ? readCertificate(damaged(each.der, all)) : each;
          } catch (error) {
            if (error instanceof UnreadableCertificate) return undefined;
            throw error;
          }
        });
        const [leaf, intermediate, anchor] = chain;
        if (!leaf || !intermediate || !anchor) return;
        validatePath(leaf, { anchors: [anchor], intermediates: [intermediate], at: now, purpose: 'client' });
      }),
    );
  },
};
