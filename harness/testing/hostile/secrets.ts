import type { Family } from './behaviour.ts';
import { answers, behind, document, edit, fields, into } from './edits.ts';
import { forms } from './canary.ts';
import type { Vary } from '../varied-run.ts';

const wrong = { exit: 1 };
const same = { exit: 3 };
const page =
  (body: string, type = 'text/html'): Vary =>
  (response, about) =>
    about.kind === 'issue'
      ? {
          ...response,
          status: 500,
          body: Buffer.from(body),
          headers: [
            ['Content-Type', type],
            ['Content-Length', String(Buffer.byteLength(body))],
          ],
        }
      : response;
const latin = Buffer.from(forms.raw).toString('latin1');
const nested = Buffer.from(Buffer.from(forms.base64).toString('base64')).toString('base64');

/** Where a target writes the password that it was sent. */
export const secrets: Family = {
  title: 'Echoes of the password',
  subject: 'A target that writes the password',
  rows: [
    answers('in a header field', fields('issue', ['X-Echo', latin]), same),
    answers('in a header field, in base64', fields('issue', ['X-Echo', forms.base64]), same),
    answers('in a header field, in percent encoding', fields('issue', ['X-Echo', forms.percent]), same),
    answers('in a cookie', fields('issue', ['Set-Cookie', `a=${forms.percent}; Secure`]), same),
    answers('in a challenge', fields('issue', ['WWW-Authenticate', `Basic ${forms.basic}`]), same),
    answers('in a Location', fields('issue', ['Location', `https://a.example/?p=${forms.form}`]), same),
    answers(
      'in a status text',
      (response, { kind }) => (kind === 'issue' ? { ...response, statusText: latin } : response),
      same,
    ),
    answers('in an element', edit('issue', into('RequestedSecurityToken', `<e>${forms.xml}</e>`)), same),
    answers('in an attribute', edit('issue', into('RequestedSecurityToken', `<e p="${forms.attribute}"/>`)), same),
    answers('in a comment', edit('issue', into('RequestedSecurityToken', `<!-- ${forms.raw} -->`)), same),
    answers(
      'in a CDATA section',
      edit('issue', into('RequestedSecurityToken', `<e><![CDATA[${forms.raw}]]></e>`)),
      same,
    ),
    answers(
      'in a processing instruction',
      edit('issue', into('RequestedSecurityToken', `<?echo ${forms.raw}?>`)),
      same,
    ),
    answers(
      'as references of characters',
      edit(
        'issue',
        into(
          'RequestedSecurityToken',
          `<e>${forms.raw.replace(/./gu, (letter) => `&#${letter.codePointAt(0) ?? 0};`)}</e>`,
        ),
      ),
      same,
    ),
    answers('in base64url', edit('issue', into('RequestedSecurityToken', `<e>${forms.base64url}</e>`)), same),
    answers('in base64 of base64 of base64', edit('issue', into('RequestedSecurityToken', `<e>${nested}</e>`)), same),
    answers(
      'in the document',
      document(behind(`<characteristic type="E"><parm name="p" value="${forms.attribute}"/></characteristic>`)),
      same,
    ),
    answers('in a comment of the document', document(behind(`<!-- ${forms.raw} -->`)), same),
    answers(
      'in the document, in base64',
      document(behind(`<characteristic type="E"><parm name="p" value="${forms.base64}"/></characteristic>`)),
      same,
    ),
    answers(
      'in a page',
      page(`<!DOCTYPE html><title>${forms.xml}</title><p data-p="${forms.attribute}">no</p>`),
      wrong,
    ),
    answers(
      'in JSON',
      page(JSON.stringify({ error: `no: ${forms.raw}`, basic: forms.basic }), 'application/json'),
      wrong,
    ),
    answers(
      'in a plain text, with user and password',
      page(`${forms.basic}\n${forms.raw}\n${forms.form}`, 'text/plain'),
      wrong,
    ),
    answers(
      'in an answer that is cut',
      edit('issue', () => `<a>${forms.xml}`),
      wrong,
    ),
    answers('in hexadecimal', edit('issue', into('RequestedSecurityToken', `<e>${forms.hexadecimal}</e>`)), same),
    answers(
      'in base64 of UTF-16',
      edit('issue', into('RequestedSecurityToken', `<e>${Buffer.from(forms.raw, 'utf16le').toString('base64')}</e>`)),
      same,
    ),
    answers(
      'split by a comment',
      edit('issue', into('RequestedSecurityToken', `<e>${forms.xml.slice(0, 12)}<!-- -->${forms.xml.slice(12)}</e>`)),
      same,
    ),
    answers('in the name of a header field', fields('issue', [forms.percent.replaceAll('%', '-'), 'x']), same),
    answers(
      'in percent encoding, twice',
      edit('issue', into('RequestedSecurityToken', `<e>${encodeURIComponent(forms.percent)}</e>`)),
      same,
    ),
  ],
};
