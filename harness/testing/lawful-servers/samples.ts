import { readFileSync } from 'node:fs';
import path from 'node:path';
import { withBody } from '../../reference-server/mount/reply.ts';
import type { HttpResponse } from '../../wire/exchange/exchange.ts';
import { parseXml } from '../../protocol/xml/tree.ts';
import { escaped } from '../restyle.ts';
import { sharedFolder } from '../shared-folder.ts';
import type { About } from '../varied-run.ts';
import type { LawfulServer } from './lawful-server.ts';

const folder = path.join(sharedFolder, 'protocol', 'samples', 'known-good');
const read = (name: string): string => readFileSync(path.join(folder, `${name}.xml`), 'utf8');

/** What an answer of the reference server fills into the places that a sample leaves open. */
function fill(sample: string, response: HttpResponse): string {
  using answer = parseXml(response.body);
  const activity = answer.text('//diag:ActivityId') ?? '';
  const values: Readonly<Record<string, string | undefined>> = {
    'request MessageID, unchanged': answer.text('//a:RelatesTo'),
    guid: activity,
    'opaque id': activity,
    'human text': 'The password is wrong',
    'base64 of the UTF-8 provisioning document': token(answer.text('//wsse:BinarySecurityToken')),
  };
  return sample.replaceAll(/\{\{([^}]*)\}\}/g, (_, name: string) => escaped(values[name] ?? name));
}

function token(base64: string | undefined): string {
  if (base64 === undefined) return '';
  return Buffer.from(fillDocument(read('provisioning-doc'), Buffer.from(base64, 'base64'))).toString('base64');
}

function fillDocument(sample: string, document: Uint8Array): string {
  using tree = parseXml(document);
  const thumbprints = tree.all('//characteristic[parm[@name="EncodedCertificate"]]/@type').map(({ text }) => text);
  const certificates = tree.all('//parm[@name="EncodedCertificate"]/@value').map(({ text }) => text);
  const criteria = tree.text('//parm[@name="SSLCLIENTCERTSEARCHCRITERIA"]/@value') ?? '';
  const store = tree.text('//characteristic[@type="My"]/characteristic[1]/@type') ?? '';
  return sample
    .replaceAll(/\{\{SHA-1[^}]*\}\}/g, () => thumbprints.shift() ?? '')
    .replaceAll('{{base64 DER, one line}}', () => certificates.shift() ?? '')
    .replace('{{base64 nonce}}', 'MTIzNDU2Nzg5MA==')
    .replace(/Subject=[^"]*/, () => criteria.replace('&', '&amp;'))
    .replace(/(type="My">\s*<characteristic type=")User/, `$1${store}`)
    .replaceAll(/[{}]{2}/g, '');
}

/** For on-premises authentication, and for a wrong password: that is what the devices try. */
function sampleOf({ kind, isFault }: About): string | undefined {
  if (isFault)
    return read('fault').replace('Authorization', 'Authentication').replace('DeviceCapReached', 'CustomServerError');
  switch (kind) {
    case 'discover':
      return read('discover-response')
        .replace('Federated', 'OnPremise')
        .replace(/<AuthenticationServiceUrl>.*<\/AuthenticationServiceUrl>/, '');
    case 'get-policies':
      return read('getpolicies-response');
    case 'issue':
      return read('rstrc-response');
    case 'probe':
    case 'renew':
    case 'manage':
    case 'other':
      return undefined;
  }
}

/** A server that answers as the samples of the survey. */
export const sampleServer: LawfulServer = {
  name: 'answers as the known-good samples',
  vary: (response, about) => {
    const sample = sampleOf(about);
    return sample === undefined ? response : withBody(response, Buffer.from(fill(sample, response)));
  },
  route: ({ url }) =>
    url.replace(/\/policy$/, '/EnrollmentServer/Policy.svc').replace(/\/enroll$/, '/EnrollmentServer/Enrollment.svc'),
  advice: {
    'provisioning/device-id-uniqueness': 'a sample names one device',
    'provisioning/secret-uniqueness': 'a sample has one secret',
    'provisioning/nonce-uniqueness': 'a sample has one nonce',
  },
};
