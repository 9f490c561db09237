import { serialize } from 'node:v8';
import { makeCertificate } from '../protocol/pki/build/certifier.ts';
import type { MakeCertificate } from '../protocol/pki/build/certifier.ts';
import type { Certificate } from '../protocol/pki/read/certificate.ts';

const remembered = new Map<string, Certificate>();

/** `makeCertificate`, which makes each one once a worker: runs of one seed issue the same ones again and again. */
export const rememberedCertificate: MakeCertificate = (content, signer) => {
  const key = Buffer.concat([serialize(content), signer.spki]).toString('latin1');
  const known = remembered.get(key) ?? makeCertificate(content, signer);
  remembered.set(key, known);
  return known;
};
