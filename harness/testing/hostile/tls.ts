import type { TlsDefect } from '../../protocol/pki/build/tls-defect.ts';
import type { Behaviour, Family, Holds } from './behaviour.ts';

const refused: Holds = { exit: 4, says: 'this tool sent nothing' };

const shows = (name: string, defect: TlsDefect, holds: Holds = refused, more: Partial<Behaviour> = {}): Behaviour => ({
  name,
  attack: { by: 'tls', defect },
  holds,
  ...more,
});

/** Identities that are not those of the target; no byte of a request comes through. */
export const tlsIdentities: Family = {
  title: 'TLS',
  subject: 'A target that shows',
  rows: [
    shows('a certificate that signed itself', 'self-signed', refused, { built: true }),
    shows('a certificate of another root', 'other-root'),
    shows('an expired certificate', 'expired'),
    shows('a certificate below an expired one', 'expired-intermediate'),
    shows('a certificate of the future', 'not-yet-valid'),
    shows('a certificate of another name', 'wrong-name'),
    shows('a certificate that is for clients', 'wrong-purpose'),
    shows('no TLS where TLS is due', 'no-tls', { exit: 4, says: 'does not speak TLS' }),
    shows('TLS 1.1 at most', 'tls-1.1', { exit: 4 }),
  ],
};
