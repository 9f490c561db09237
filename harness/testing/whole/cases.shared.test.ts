import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { assess } from '../../app/assess.ts';
import { occasionOf, readStoredSession, storedSession } from '../../app/stored-session.ts';
import type { Results } from '../../engine/verdict/results.ts';
import { redact } from '../../wire/redaction/redact.ts';
import { renderSummary } from '../../../reports/console/summary.ts';
import { checks } from '../../../suites/index.ts';
import { sharedFolder } from '../shared-folder.ts';

const cases = path.join(sharedFolder, 'cases');

function judged(folder: string, file: string): Results {
  const { session } = readStoredSession(readFileSync(path.join(cases, folder, file), 'utf8'));
  return assess(session, checks, occasionOf(session, 'audit', file));
}

function failing({ judgements }: Results): { readonly must: readonly string[]; readonly others: readonly string[] } {
  const failed = judgements.filter(({ outcome }) => outcome === 'failed');
  const idsOf = (isMust: boolean) =>
    failed.filter(({ level }) => (level === 'MUST') === isMust).map(({ check }) => check);
  return { must: idsOf(true), others: idsOf(false) };
}

interface Told {
  /** Exactly these mandatory checks fail; none by default. */
  readonly must?: readonly string[];
  /** These other checks fail, among others. */
  readonly advice?: readonly string[];
}

const sessions: Readonly<Record<string, Told>> = {
  // Conforming servers.
  'ms-comma': {},
  'extra-criteria': {},
  'provider-uri-encoded': {},
  'no-dmclient': {},
  'att-nonce': {},
  'root-in-rootcatrusted': { advice: ['provisioning/trusted-roots'] },
  'root-not-delivered': {},
  'foreign-uncommon-policy': {},
  'fleet-onprem-with-token': {},
  'mde1-doc': { advice: ['provisioning/configuration-service-providers', 'provisioning/unlisted-application-names'] },
  'app-not-first-multiple-apps': {},
  'doc-doctype': { advice: ['provisioning/doctype'] },
  'nil-policies': { advice: ['policy/unfiltered-policies'] },
  // A MUST that the devices of evidence tolerate.
  'intune-480': { must: ['provisioning/polling-remaining-interval'] },
  'fleet-doc': { must: ['provisioning/polling-counts'] },
  'prov-poll-fleet-1min': { must: ['provisioning/polling-first-retries'] },
  // Defects.
  'stores-nonsense': { must: ['provisioning/search-criteria-store'] },
  'stores-system-for-user-cert': { must: ['provisioning/search-criteria-store'] },
  'robo-string-yes': { must: ['provisioning/renewal-support'] },
  'mgmt-list-http': { must: ['provisioning/management-addresses'] },
  'renew-serverurl-http': { must: ['provisioning/renewal-url'] },
  'cauri-http-other': { advice: ['policy/ca-address'] },
  'addr-userinfo': { advice: ['provisioning/address-user-information'] },
  'addr-is-discovery': { advice: ['provisioning/management-endpoint'] },
  'leaf-md5': { advice: ['certificates/collision-prone-hash'] },
  'root-512': { must: ['certificates/breakable-authority-key'] },
  'two-content-types': { advice: ['transport/content-type'] },
  'prov-no-aauthdata': { advice: ['provisioning/nonce-presence'] },
  'prov-extra-rootcatrusted': { advice: ['provisioning/trusted-roots'] },
  'policy-oid-arc-33bit': { advice: ['policy/oid-value'] },
  'prov-utf16-declared': { must: ['provisioning/document'] },
  'soap-utf16-declared': { must: ['envelope/well-formed', 'enrollment/answer'] },
};

/** Any of these fails; the level is that of the check. */
const defects: Readonly<Record<string, readonly string[]>> = {
  'hash-oid-not-a-hash': ['policy/hash-kind'],
  'algorithm-oid-nonsense': ['policy/algorithm-kind'],
  'provider-nonexistent': ['policy/known-providers'],
  'w7-numbers': ['provisioning/application-numbers', 'provisioning/protocol-version'],
  'role-8': ['provisioning/role'],
  'entdmid-const': ['provisioning/device-id-uniqueness'],
  'upn-other': ['provisioning/user-principal-name'],
};

describe('sessions that are easily told wrong', () => {
  test.each(Object.entries(sessions))('%s', (name, { must = [], advice = [] }) => {
    const told = failing(judged('sessions', `${name}.har`));
    expect(told.must).toEqual(must);
    expect(told.others).toEqual(expect.arrayContaining([...advice]));
  });

  test.each(Object.entries(defects))('%s', (name, ids) => {
    const { must, others } = failing(judged('sessions', `${name}.har`));
    expect([...must, ...others]).toEqual(expect.arrayContaining([...ids]));
  });

  test('each of them is looked at', () => {
    const files = readdirSync(path.join(cases, 'sessions')).map((file) => path.basename(file, '.har'));
    expect([...Object.keys(sessions), ...Object.keys(defects)].sort()).toEqual(files.sort());
  });
});

/** What the first ten lines of a terminal have to say of a recording that ends in a refusal, and the exit code. */
const refusals: Readonly<Record<string, { readonly says: readonly RegExp[]; readonly exitCode: number }>> = {
  'issue-fault-200-sender': {
    says: [
      /Exchange 3: the enrollment service refused RequestSecurityToken/,
      /subcode Authentication/,
      /"token audience is not authorized"/,
      /0x80180002/,
    ],
    exitCode: 3,
  },
  'issue-fault-customerror': {
    says: [
      /Exchange 3: the enrollment service refused RequestSecurityToken/,
      /subcode Authorization/,
      /"This organization does not support username and password sign-in/,
      /0x80180003/,
    ],
    exitCode: 3,
  },
  'issue-fault-devicecap': {
    says: [
      /Exchange 3: the enrollment service refused RequestSecurityToken/,
      /ErrorType DeviceCapReached/,
      /"Device Cap Reached"/,
      /TraceId 2493ee37-beeb-4cb9-833c-cadde9067645/,
      /0x80180013/,
    ],
    exitCode: 3,
  },
  'issue-401-html': {
    says: [/Exchange 3: a gateway or web server refused/, /HTTP 401 with an HTML page/, /0x80190191/],
    exitCode: 3,
  },
  'issue-403-waf': {
    says: [/Exchange 3: a gateway or web server refused/, /HTTP 403 with an HTML page/, /0x80190193/],
    exitCode: 3,
  },
  'policy-403-waf': {
    says: [/Exchange 2: a gateway or web server refused GetPolicies/, /HTTP 403 with an HTML page/, /0x80190193/],
    exitCode: 3,
  },
  'issue-429': { says: [/HTTP 429/, /0x80180033 or 0x801901AD/, /Retry-After/], exitCode: 3 },
  'discover-404-json': {
    says: [/no enrollment service at this address/, /answered every Discover with HTTP 404 with JSON/],
    exitCode: 4,
  },
  'discover-200-spa-html': {
    says: [/no enrollment service at this address/, /HTTP 200 with an HTML page/, /0x801900C8/],
    exitCode: 4,
  },
};

describe('recordings that end in a refusal', () => {
  test.each(Object.entries(refusals))('%s is told in the first ten lines', (name, { says, exitCode }) => {
    const results = judged('refusals', `${name}.har`);
    const lines = renderSummary(results, { colour: false, width: 100 }).split('\n').slice(0, 10);
    const text = lines.join(' ').replace(/\s+/g, ' ');
    expect(says.filter((pattern) => !pattern.test(text))).toEqual([]);
    expect(results.exitCode).toBe(exitCode);
  });

  test('each of them is looked at', () => {
    const files = readdirSync(path.join(cases, 'refusals')).map((file) => path.basename(file, '.har'));
    expect(Object.keys(refusals).sort()).toEqual(files.sort());
  });
});

test.each(['u-bracket', 'r-badpct', 'redirect-nul', 'redirect-userinfo'])(
  '%s is a finding about the server',
  (name) => {
    expect(judged('hostile', `${name}.session.har`).verdict).toBe('nonconformant');
  },
);

test.each([
  ['header-name-echo', 'Kan4r1en'],
  ['split-echo', 'Kan4<!--x-->r1en'],
])('%s: a session that knows the password stores nothing of it', (name, form) => {
  const { session } = readStoredSession(readFileSync(path.join(cases, 'hostile', `${name}.session.har`), 'utf8'));
  const knownSecrets = ['Kan4r1en<&"Vögel>9'];
  expect(storedSession(session).har).toContain(form);
  expect(storedSession({ ...session, ...redact({ ...session, knownSecrets }) }).har).not.toMatch(
    /Kan4|r1en|V(?:ö|&#xf6;)gel/i,
  );
});

test('a certificate whose root nobody delivered or named leaves the chain open', () => {
  const { judgements } = judged('sessions', 'root-not-delivered.har');
  const chain = judgements.find(({ check }) => check === 'provisioning/chain');
  expect(chain).toMatchObject({
    outcome: 'inconclusive',
    reason: expect.stringContaining('--device-trust') as string,
  });
});
