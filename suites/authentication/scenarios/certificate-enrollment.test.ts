import { X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { SignedXml } from 'xml-crypto';
import { openDossier } from '../../../harness/engine/evidence/dossier.ts';
import { behaves } from '../../../harness/engine/rule/departures.ts';
import { ownDefects } from '../../../harness/engine/verdict/own-defects.ts';
import { referenceSession } from '../../../harness/testing/reference-run.ts';
import type { Transport } from '../../../harness/wire/exchange/exchange.ts';
import { certificateEnrollment } from './certificate-enrollment.ts';

test('a device enrolls by a certificate, and its messages are sound', async () => {
  using dossier = openDossier(await referenceSession({ scenarios: [certificateEnrollment], auth: 'certificate' }));
  expect(dossier.evidence.map(({ kind, state, facts }) => [kind, state, facts.credential])).toEqual([
    ['discover', 'success', undefined],
    ['get-policies', 'success', 'certificate'],
    ['issue', 'success', 'certificate'],
  ]);
  expect(ownDefects(dossier)).toEqual([]);
});

/** Stands before a server that checks nothing, and lets pass what xml-crypto verifies: a server of unlike make. */
const verifying =
  (transport: Transport): Transport =>
  (request) => {
    const message = Buffer.from(request.body).toString('utf8');
    const [signature] = /<Signature .*<\/Signature>/.exec(message) ?? [];
    const [, certificate = ''] = /<wsse:BinarySecurityToken [^>]*u:Id=[^>]*>([^<]*)</.exec(message) ?? [];
    if (!message.includes('wsse:Security')) return transport(request);
    const verifier = new SignedXml({
      publicCert: new X509Certificate(Buffer.from(certificate, 'base64')).publicKey,
    });
    verifier.loadSignature(signature ?? '');
    const [signed] = verifier.checkSignature(message) ? verifier.getSignedReferences() : [];
    const isWhole = signed?.startsWith('<s:Envelope') === true && signed.includes('</s:Body>');
    return transport(isWhole ? request : { ...request, body: new Uint8Array() });
  };

test('a server of unlike make, which verifies by xml-crypto, enrolls the device', async () => {
  const session = await referenceSession({
    scenarios: [certificateEnrollment],
    departures: [behaves({ signatureSkips: 'everything' })],
    between: verifying,
  });
  using dossier = openDossier(session);
  expect(dossier.evidence.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
    'discover success',
    'get-policies success',
    'issue success',
  ]);
});
