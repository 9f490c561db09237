import type { HeldCertificate } from '../../../../harness/device/client/held-certificate.ts';
import type { MessageSigning } from '../../../../harness/device/client/message-signing.ts';
import type { ManagedDevice } from './managed-device.ts';

/** The signatures that a server refuses which asked for them. A key of another device signs in the name of the own certificate. */
function wrongSignatures(held: HeldCertificate, stranger: HeldCertificate): Readonly<Record<string, MessageSigning>> {
  return {
    'no signature': 'none',
    'the signature of another body': 'changed-body',
    'a signature by another key': { by: { ...held, key: stranger.key } },
    'the signature of a stranger with the same subject': { by: stranger },
  };
}

/** Holds sessions whose messages are signed wrongly, with the certificate of the device; the last one is an outsider's, without it. */
export async function signWrongly(
  { device, document, held, session }: Pick<ManagedDevice, 'device' | 'document' | 'held' | 'session'>,
  stranger: HeldCertificate,
): Promise<void> {
  for (const [index, [variant, signing]] of Object.entries(wrongSignatures(held, stranger)).entries()) {
    await session({
      name: `wrong-signature-${index + 1}`,
      sessionId: `W${index + 1}`,
      variant,
      signing,
      deviations: ['state-message-signing'],
    });
  }
  await device.manage(document, {
    name: 'signing-stranger',
    sessionId: 'W9',
    isWrongProof: true,
    variant: 'no certificate but the signature of a stranger with the same subject',
    signing: { by: stranger },
    deviations: ['manage-no-certificate', 'manage-stranger'],
  });
}
