import { defineCheck } from '../../harness/engine/rule/check.ts';
import { reissue } from '../../harness/engine/rule/departures.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';

/** The server identifies the device by this name in every later session. */
export const subjectIdentity = defineCheck({
  id: 'certificates/subject-identity',
  title: 'The subject of the issued certificate names the user, the device, or what the request asked for',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['X509-02', 'X509-05'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether anything but the name tells this certificate from those of other devices' },
  remedy: 'Issue the certificate for the subject of the request, the UPN of the user, or the id of the device.',
  needs: { each: 'issue' },
  applies: {
    when: 'the certificate has a subject',
    test: ({ provisioning }) => provisioning.client.certificate.subject.rdns.length > 0,
  },

  *judge(evidence) {
    const { node, certificate } = evidence.provisioning.client;
    const values = [
      ...certificate.subject.rdns.flat().map(({ value }) => value),
      ...(certificate.subjectAlternativeNames ?? []).map(({ value }) => value),
    ].map(comparable);
    const names = identitiesOf(evidence)
      .map(comparable)
      .filter((name) => name.length > 2);
    if (!values.some((value) => names.some((name) => value.includes(name)))) {
      const subject = certificate.subject.toString();
      yield { message: `The subject "${subject}" names neither user nor device`, at: node, actual: subject };
    }
  },

  // What a recorded server does put into its certificates.
  // What a public server issued: CN=TODO is data here, and nothing is left to do.
  counterexamples: [{ name: 'a placeholder for a name', ...reissue({ subject: 'CN=TODO' }) }],
});

/** What the request says of the user and the device. */
function identitiesOf({ request, facts, provisioning }: Evidence): string[] {
  const item = (name: string): string[] =>
    request.all(`//ac:ContextItem[@Name="${name}"]/ac:Value`).map(({ text }) => text);
  return [
    ...(facts.certificateRequest?.subject.rdns.flat().map(({ value }) => value) ?? []),
    ...['DeviceID', 'DeviceName', 'HWDevID'].flatMap(item),
    ...request.all('//wsse:UsernameToken/wsse:Username').map(({ text }) => text),
    ...provisioning.tree.all('//parm[@name="UPN" or @name="EntDMID"]/@value').map(({ text }) => text),
  ];
}

/** Spelling aside: letter case, dashes, and the control characters of the Windows request. */
function comparable(text: string): string {
  return text.toLowerCase().replace(/[\s\p{Cc}{}-]/gu, '');
}
