import type { SigningStep } from '../../../harness/device/client/signing.ts';
import type { AuthenticatedStep } from '../../../harness/device/client/steps.ts';
import type { Surroundings, Variation } from '../../../harness/device/run/family.ts';

const defect = (
  variant: string,
  deviations: readonly string[],
  signing: SigningStep,
): Variation<AuthenticatedStep> => ({
  variant,
  deviations,
  signing,
});

const defects: readonly Variation<AuthenticatedStep>[] = [
  defect('a certificate without a signature', ['signature-missing'], { afterwards: 'unsigned' }),
  defect('a signature whose value was changed', ['signature-value'], { afterwards: 'value' }),
  defect('a signature of another key', ['signature-value'], { by: 'other-key' }),
  defect('a Body that was changed after it was signed', ['signature-digest'], { afterwards: 'body' }),
  defect('a signature of the Timestamp alone', ['signature-coverage'], { covers: 'timestamp' }),
  defect('a signed Body that was moved away from its place', ['signature-place'], { covers: 'moved-body' }),
  defect('a signature of another certificate beside it', ['security-duplicate', 'signature-token'], {
    by: 'second-token',
  }),
  defect('the certificate of a stranger', ['signature-certificate'], { by: 'stranger' }),
  defect('a signature by rsa-sha1', ['signature-algorithm'], { method: 'rsa-sha1' }),
  defect('a signed Timestamp of yesterday', ['timestamp-expired', 'signed-timestamp-expired'], {
    timestamp: 'expired',
  }),
  defect('a signed message without a Timestamp', ['signed-timestamp-missing'], { timestamp: 'missing' }),
  defect('a signed Timestamp of tomorrow', ['signed-timestamp-future'], { timestamp: 'future' }),
];

/** Messages with one defect in what a certificate signs; none where the server did not choose Certificate. */
export function signingDefects({ services }: Surroundings): readonly Variation<AuthenticatedStep>[] {
  return services.authPolicy === 'Certificate' ? defects : [];
}
