/** Ways in which a message that a certificate signs can be wrong. A request shows none of them to who does not verify it. */
export const signatureDeviations: readonly string[] = [
  'signature-algorithm',
  'signature-certificate',
  'signature-coverage',
  'signature-digest',
  'signature-missing',
  'signature-place',
  'signature-token',
  'signature-value',
  'signed-timestamp-expired',
  'signed-timestamp-future',
  'signed-timestamp-missing',
];
