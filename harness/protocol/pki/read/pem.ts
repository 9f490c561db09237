/** Wraps DER as PEM (RFC 7468), lines of 64 characters that end in LF. */
export function formatPem(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/** The contents of each PEM block with this label, in order; text around the blocks is ignored. */
export function readPem(text: string, label: string): Uint8Array[] {
  const blocks = text.matchAll(new RegExp(`-----BEGIN ${label}-----([^-]*)-----END ${label}-----`, 'g'));
  return [...blocks].map(([, base64 = '']) => Buffer.from(base64, 'base64'));
}
