import { freshKey, mintAuthority, mintRoot } from '../../protocol/pki/testing/mint.ts';
import type { Family, Holds } from './behaviour.ts';
import { answers, behind, document, edit } from './edits.ts';

const characteristic = (type: string, inner = ''): string => `<characteristic type="${type}">${inner}</characteristic>`;
const certificate = (value: string): string =>
  characteristic(
    'CertificateStore',
    characteristic(
      'Root',
      characteristic('System', characteristic('A'.repeat(40), `<parm name="EncodedCertificate" value="${value}"/>`)),
    ),
  );
/** As many different certificates, each under its thumbprint. */
function authorities(count: number): string {
  const root = mintRoot();
  const key = freshKey();
  return Array.from({ length: count }, () => mintAuthority(root, { key }).certificate)
    .map(({ der, sha1 }) =>
      characteristic(sha1, `<parm name="EncodedCertificate" value="${Buffer.from(der).toString('base64')}"/>`),
    )
    .join('');
}
const wrong: Holds = { exit: 1 };
const token = /(<BinarySecurityToken[^>]*>)[^<]*/;
const withToken = (text: string) =>
  edit('issue', (body) => body.replace(token, (_, start: string) => `${start}${text}`));

/** Provisioning documents. */
export const documents: Family = {
  title: 'Provisioning documents',
  subject: 'A target whose provisioning document',
  rows: [
    answers('is empty', withToken(''), wrong),
    answers('is no base64', withToken('%%% no base64 %%%'), wrong),
    answers(
      'is base64 of random bytes',
      withToken(Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7919) & 0xff)).toString('base64')),
      wrong,
    ),
    answers(
      'is base64 in which each line is one letter',
      edit('issue', (body) => body.replace(token, (found) => found.replace(/[A-Za-z0-9+/=](?=[^>]*$)/g, '$&\n'))),
      { exit: 3 },
    ),
    answers('is base64 of 2.5 MB of blanks', withToken(Buffer.from(' '.repeat(2_500_000)).toString('base64')), wrong, {
      cost: 'seconds',
    }),
    answers('is another message', withToken(Buffer.from('<html/>').toString('base64')), wrong),
    answers(
      'is a document in a document in a document',
      document((text) => characteristic('x', Buffer.from(Buffer.from(text).toString('base64')).toString('base64'))),
      wrong,
    ),
    answers(
      'has a document type',
      document(
        (text) => `<!DOCTYPE a [<!ENTITY b SYSTEM "http://trap.example/b">]>${text.replace(/^<\?xml[^>]*\?>/, '')}`,
      ),
      wrong,
    ),
    answers(
      'has 5,000 characteristics',
      document(behind(characteristic('x').repeat(5000))),
      { exit: 3 },
      { cost: 'a second' },
    ),
    answers(
      'has 20,000 parameters',
      document(behind(characteristic('x', '<parm name="a" value="b"/>'.repeat(20_000)))),
      { exit: 3 },
      { cost: 'seconds' },
    ),
    answers(
      'has 30,000 characteristics and as many ends',
      document(behind(characteristic('x').repeat(30_000))),
      { ...wrong, says: 'signs "<", as tags have; at most 50000 are allowed' },
      { cost: 'a second' },
    ),
    answers(
      'has 1,800 certificates of one authority',
      document((text) =>
        behind(characteristic('RootCATrustedCertificates', characteristic('CA', authorities(1800))))(text),
      ),
      { exit: 3, says: 'costs too much to be searched for secrets' },
      { cost: 'seconds' },
    ),
    answers(
      'nests characteristics 200 deep',
      document(behind(`${'<characteristic type="x">'.repeat(200)}${'</characteristic>'.repeat(200)}`)),
      { exit: 3 },
    ),
    answers(
      'nests characteristics 5,000 deep',
      document(behind(`${'<characteristic type="x">'.repeat(5000)}${'</characteristic>'.repeat(5000)}`)),
      wrong,
    ),
    answers(
      'has a parameter of 1 MB',
      document(behind(characteristic('x', `<parm name="a" value="${'b'.repeat(1_000_000)}"/>`))),
      { exit: 3 },
      { cost: 'a second' },
    ),
    answers('has a certificate that is no base64', document(behind(certificate('%%%'))), wrong),
    answers('has a certificate of zeros', document(behind(certificate(Buffer.alloc(1000).toString('base64')))), wrong),
    answers(
      'has a certificate whose length lies',
      document(behind(certificate(Buffer.from('3084ffffffff02', 'hex').toString('base64')))),
      wrong,
    ),
    answers(
      'has a certificate of SEQUENCEs 1,000 deep',
      document(behind(certificate(Buffer.from('3080'.repeat(1000), 'hex').toString('base64')))),
      wrong,
    ),
    answers(
      'has one certificate 500 times',
      document((text) => {
        const found =
          /<characteristic type="Root">[\s\S]*?<\/characteristic>\s*<\/characteristic>\s*<\/characteristic>/.exec(
            text,
          )?.[0] ?? '';
        return behind(characteristic('CertificateStore', found).repeat(500))(text);
      }),
      { exit: 3 },
      { cost: 'seconds' },
    ),
    answers(
      'has stores named like members of an object',
      document(
        behind(
          characteristic(
            'CertificateStore',
            ['__proto__', 'constructor', 'toString'].map((name) => characteristic(name)).join(''),
          ),
        ),
      ),
      { exit: 3 },
    ),
    answers(
      'has numbers that are none',
      document((text) =>
        text.replace(
          /(<parm name="(?:NumberOf\w+|\w*Interval\w*|RENEWALPERIOD|RetryInterval)" value=")[^"]*/gi,
          '$199999999999999999999999999',
        ),
      ),
      { exit: 1 },
    ),
  ],
};
