import type { HttpRequest } from '../../../wire/exchange/exchange.ts';
import type { ReadSyncMessage } from '../../../protocol/syncml/read-message.ts';
import { readCertificate, UnreadableCertificate } from '../../../protocol/pki/read/certificate.ts';
import type { Certificate } from '../../../protocol/pki/read/certificate.ts';
import { readPem } from '../../../protocol/pki/read/pem.ts';
import type { IssuedCertificate } from '../issued-certificates.ts';
import type { Caller } from '../operation.ts';
import type { ManagementDesk } from './management-desk.ts';
import { signatureIn } from './signatures.ts';

/** Whose session a message is of; undefined: it gets none. */
export type Admit = (request: HttpRequest, caller: Caller, message: ReadSyncMessage) => IssuedCertificate | undefined;

/** The device that the certificate of the connection names, if its certificate is valid, it has not left, and its message names no other device. */
export function admission({ issued, behaviour: { admits }, now }: ManagementDesk): Admit {
  return (request, { certificate }, { source = '' }) => {
    if (admits === 'anybody') return issued.ofDevice(source);
    if (admits === 'secret') return stillHere(issued.ofDevice(source));
    const shown = certificate ?? shownIn(request);
    if (!shown) return undefined;
    if (admits === 'subject' || (admits === 'signer' && !certificate)) return issued.ofSubject(shown);
    const owner = admits === 'key' ? issued.ofKey(shown, source) : issued.find(shown);
    if (!owner) return undefined;
    const hasExpired = shown.notAfter < now() || owner.certificate.notAfter < now();
    const hasLeft = issued.isUnenrolled(owner);
    if ((hasExpired && admits !== 'expired') || (hasLeft && admits !== 'unenrolled')) return undefined;
    if (admits === 'named') return issued.ofDevice(source);
    return isOwnName(owner, source) ? owner : undefined;
  };

  /** Another place for a certificate than the connection. */
  function shownIn(request: HttpRequest): Certificate | undefined {
    if (admits === 'signer') return signatureIn(request)?.signer;
    return admits === 'forwarded' ? forwardedIn(request) : undefined;
  }

  function stillHere(named: IssuedCertificate | undefined): IssuedCertificate | undefined {
    return named && issued.isUnenrolled(named) ? undefined : named;
  }

  /** A device may call itself otherwise than in its enrollment, but not as another device (Learn: OMA DM protocol support, SyncHdr). */
  function isOwnName({ deviceId }: IssuedCertificate, source: string): boolean {
    return (issued.ofDevice(source)?.deviceId ?? deviceId) === deviceId;
  }
}

/** What a proxy in front of the server would write, whoever wrote it. */
function forwardedIn({ headers }: HttpRequest): Certificate | undefined {
  const [, text] = headers.find(([name]) => name.toLowerCase() === 'x-client-cert') ?? [];
  if (text === undefined) return undefined;
  try {
    const [der] = readPem(decodeURIComponent(text), 'CERTIFICATE');
    return der && readCertificate(der);
  } catch (error) {
    if (error instanceof UnreadableCertificate || error instanceof URIError) return undefined;
    throw error;
  }
}
