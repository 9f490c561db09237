import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import type { Scenario } from '../../device/run/scenario.ts';
import { poolAuthorityKeys } from '../../protocol/pki/build/authority.ts';
import { createReferenceServer } from '../../reference-server/mount/handler.ts';
import type { ReferenceServer } from '../../reference-server/mount/handler.ts';
import { listen } from '../../reference-server/mount/listen.ts';
import { withBody } from '../../reference-server/mount/reply.ts';
import type { Reply } from '../../reference-server/mount/reply.ts';
import type { HttpRequest } from '../../wire/exchange/exchange.ts';
import { discoverRefusals } from '../../../suites/discovery/scenarios/discover-refusals.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { wrongPassword } from '../../../suites/faults/scenarios/wrong-password.ts';
import { policiesOnly } from '../../../suites/policy/scenarios/policies-only.ts';
import { policySecurity } from '../../../suites/policy/scenarios/policy-security.ts';
import { scenarios } from '../../../suites/scenarios.ts';
import { renderers } from '../../../reports/index.ts';
import { call } from './testing/io.ts';
import { createWorkspace } from './testing/workspace.ts';

const email = 'user@contoso.example';
const password = `correct horse 7&<staple>"it's" ü+%/=?`;

/** Every way in which the password could be written down. */
const forms: Readonly<Record<string, string>> = {
  raw: password,
  'XML text': password.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  'XML text with >': password.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  'XML attribute': escapeAll(password),
  'HTML attribute': escapeAll(password).replaceAll('&apos;', '&#39;').replaceAll('&quot;', '&#34;'),
  JSON: JSON.stringify(password).slice(1, -1),
  'percent-encoded': encodeURIComponent(password),
  'form-encoded': new URLSearchParams({ p: password }).toString().slice(2),
  base64: Buffer.from(password).toString('base64'),
  base64url: Buffer.from(password).toString('base64url'),
  'base64 without padding': Buffer.from(password).toString('base64').replace(/=+$/, ''),
  'base64 of user and password': Buffer.from(`${email}:${password}`).toString('base64'),
  hexadecimal: Buffer.from(password).toString('hex'),
  'hexadecimal capitals': Buffer.from(password).toString('hex').toUpperCase(),
  'quoted-printable': [...Buffer.from(password)].map((byte) => `=${byte.toString(16).toUpperCase()}`).join(''),
  'percent-encoded twice': encodeURIComponent(encodeURIComponent(password)),
  'JSON in JSON': JSON.stringify(JSON.stringify(password)).slice(3, -3),
  'decimal entities': password.replace(/./gu, (character) => `&#${character.codePointAt(0) ?? 0};`),
  decomposed: password.normalize('NFD'),
  'UTF-16': Buffer.from(password, 'utf16le').toString('latin1'),
  'base64 with blanks': Buffer.from(password).toString('base64').split('').join(' '),
  'base64 in lines': (
    Buffer.from(password)
      .toString('base64')
      .match(/.{1,8}/g) ?? []
  ).join('\n'),
  'base64 twice': Buffer.from(Buffer.from(password).toString('base64')).toString('base64'),
  'divided by a comment': divided('<!-- -->'),
  'divided by an instruction': divided('<?a b?>'),
  'a recognisable part': 'horse 7',
};

function divided(mark: string): string {
  return `${escapeAll(password.slice(0, 5))}${mark}${escapeAll(password.slice(5))}`;
}

/** All of them in one text. Escaped, they are text of XML, too. */
const inEveryDisguise: Echo = (reply) =>
  edited(reply, (body) =>
    body.replace(
      /(<(?:\w+:)?(?:Text|AuthPolicy|policyFriendlyName)[^>]*>)/,
      (start) =>
        `${start}${Object.values(forms)
          .map((form) => (form.includes('<!-') || form.includes('<?') ? form : escapeAll(form.replaceAll('\0', ''))))
          .join(' | ')} `,
    ),
  );

const inNames: Echo = (reply) => {
  const name = `X-${Buffer.from(password).toString('hex')}`;
  return { ...reply, response: { ...reply.response, headers: [...reply.response.headers, [name, 'on']] } };
};

function escapeAll(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}

/** A text and whatever is base64 in it, decoded, down to base64 in base64 in base64. */
function layersOf(text: string, depth = 3): string[] {
  if (depth === 0) return [text];
  const runs = text.match(/[A-Za-z0-9+/_-]{16,}={0,2}/g) ?? [];
  return [text, ...runs.flatMap((run) => layersOf(Buffer.from(run, 'base64').toString(), depth - 1))];
}

type Echo = (reply: Reply) => Reply;

const inEveryHeader: Echo = (reply) => {
  const headers = [
    ['X-Raw', Buffer.from(password).toString('latin1')],
    ['X-Percent', encodeURIComponent(password)],
    ['X-Base64', Buffer.from(password).toString('base64')],
    ['X-Basic', `Basic ${Buffer.from(`${email}:${password}`).toString('base64')}`],
    ['Set-Cookie', `session=${encodeURIComponent(password)}; Secure`],
  ] as const;
  return { ...reply, response: { ...reply.response, headers: [...reply.response.headers, ...headers] } };
};

const inEveryText: Echo = (reply) =>
  edited(reply, (body) =>
    body.replaceAll(/<\/(?:[\w]+:)?(?:Text|AuthPolicy|policyFriendlyName)>/g, (end) => ` ${escapeAll(password)}${end}`),
  );

const inTheFault: Echo = (reply) =>
  edited(reply, (body) =>
    body.replace(/(<\w+:Text[^>]*>)/, `$1You sent ${password.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}: `),
  );

/** In the provisioning document, itself base64: plain and as base64 in base64. */
const inTheDocument: Echo = (reply) =>
  edited(reply, (body) =>
    body.replace(/(<BinarySecurityToken[^>]*>)([A-Za-z0-9+/=\s]+)/, (_, start: string, token: string) => {
      const document = Buffer.from(token, 'base64').toString();
      const parms = [escapeAll(password), Buffer.from(password).toString('base64')].map(
        (value, index) => `<parm name="Echo${index}" value="${value}"/>`,
      );
      const echoed = document.replace(
        '</wap-provisioningdoc>',
        `<characteristic type="Echo">${parms.join('')}</characteristic></wap-provisioningdoc>`,
      );
      return `${start}${Buffer.from(echoed).toString('base64')}`;
    }),
  );

const inHtml: Echo = (reply) =>
  edited(
    reply,
    () => `<!DOCTYPE html><html><body data-p="${forms['HTML attribute'] ?? ''}">${escapeAll(password)}</body></html>`,
  );

function edited(reply: Reply, edit: (body: string) => string): Reply {
  const body = Buffer.from(reply.response.body).toString();
  return { ...reply, response: withBody(reply.response, Buffer.from(edit(body))) };
}

/** The server with its answers changed, and how many of them were. */
function echoing(
  server: ReferenceServer,
  echo: Echo,
): { readonly server: ReferenceServer; readonly echoes: () => number } {
  let echoes = 0;
  const handle = async (request: HttpRequest): Promise<Reply> => {
    const reply = await server.handle(request);
    const echoed = echo(reply);
    if (!isDeepStrictEqual(reply, echoed)) echoes += 1;
    return echoed;
  };
  return { server: { ...server, handle }, echoes: () => echoes };
}

const formats = ['--format', Object.keys(renderers).join(',')];

/** Every sort of answer that an echo can stand in. */
const answering = [windowsEnrollment, policiesOnly, policySecurity, discoverRefusals, wrongPassword];

test.each<[string, Echo, (readonly Scenario[])?]>([
  ['in headers, whatever a run reads', inEveryHeader, scenarios.filter(({ effect }) => effect === 'read')],
  ['in texts', inEveryText],
  ['in faults', inTheFault],
  ['in the provisioning document', inTheDocument],
  ['in HTML', inHtml],
  ['in every disguise', inEveryDisguise, [windowsEnrollment]],
  ['in the name of a header field', inNames, [windowsEnrollment]],
])(
  'after a run at a server that echoes it %s the password is nowhere',
  { timeout: 180_000 },
  async (_, echo, drives = answering) => {
    await using workspace = await createWorkspace();
    let origin = '';
    const server = createReferenceServer({
      origin: () => origin,
      now: () => new Date(),
      seed: 'secrets',
      users: [{ email, password }],
      keys: poolAuthorityKeys(),
    });
    const { server: echoServer, echoes } = echoing(server, echo);
    await using listener = await listen(echoServer);
    origin = listener.origin;
    const ca = await workspace.write('ca.pem', listener.caPem);
    const url = `${origin}/EnrollmentServer/Discovery.svc`;
    const args = ['run', url, '--email', email, '--ca', ca, '--out', workspace.at('out'), ...formats];
    const { out, err } = await call(args, { MDE_PASSWORD: password }, drives);
    const places = new Map<string, string>([
      ['stdout', out],
      ['stderr', err],
    ]);
    for (const [name, content] of await workspace.files()) places.set(name, content.toString());
    expect(places.get('out/session.har')).toContain('redacted-password-1');
    expect(places.get('out/allure-results/environment.properties')).toContain('verdict = ');
    const leaks = [...places].flatMap(([place, text]) =>
      layersOf(text).flatMap((layer) =>
        Object.entries(forms).flatMap(([form, value]) => (layer.includes(value) ? [`${form} in ${place}`] : [])),
      ),
    );
    expect(leaks).toEqual([]);
    expect(echoes()).toBeGreaterThan(0);
  },
);
