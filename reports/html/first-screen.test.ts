import { expect, test } from 'vitest';
import type { Refusal } from '../../harness/engine/explanation/refusal.ts';
import type { Cause } from '../../harness/engine/verdict/cause.ts';
import type { Results } from '../../harness/engine/verdict/results.ts';
import { everyOutcome, everyOutcomeEvidence } from '../testing/every-outcome.ts';
import { linked } from './links.ts';
import { page } from './page.ts';

const [someRefusal] = everyOutcome.refusals;
const [someCause] = everyOutcome.causes;
if (!someRefusal || !someCause) throw new Error('the fixture has no refusal or no cause');

const refusal: Refusal = {
  ...someRefusal,
  exchanges: [2, 4],
  came: 'HTTP 500 with a fault',
  notes: [],
  status: 500,
  subcode: 's:Authorization',
  errorType: 'DeviceCapReached',
  text: 'Device Cap Reached',
  traceId: '2493',
  code: '0x80180013',
  evidence: { by: 'specified', source: 'MS-MDE2 18.0, section 2.2.10' },
  actor: 'administrator',
  remedy: 'Raise the limit.',
};

/** The text between the header and what follows the list of contents, without markup. */
function firstScreen(changes: Partial<Results> = {}): string {
  const text = page.render({ ...everyOutcome, ...changes }, everyOutcomeEvidence);
  const body = text.slice(text.indexOf('<body>'), text.indexOf('id="numbers"'));
  return body
    .replaceAll('<wbr />', '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#34;', '"')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/\s+/g, ' ');
}

/** The same as markup, from the first section on. */
function sections(changes: Partial<Results> = {}): string {
  const text = page.render({ ...everyOutcome, ...changes }, everyOutcomeEvidence);
  return text.slice(text.indexOf('<main>'), text.indexOf('<nav'));
}

const cause = (id: string, changes: Partial<Cause> = {}): Cause => ({ ...someCause, id, headline: id, ...changes });
const many = (number: number, changes: Partial<Cause> = {}): readonly Cause[] =>
  Array.from({ length: number }, (_, index) => cause(`cause ${index}`, changes));

test('the verdict says for what, with both numbers, and who judged with what', () => {
  const text = firstScreen({ verdict: 'conformant' });
  expect(text).toContain('Conformant for on-premise enrollment, as Windows 10 (10.0.19043), profile P1');
  expect(text).toContain('4 failed (2 MUST, 2 causes)');
  expect(text).toContain('Profile P1: this tool wrote the requests as Windows 10 (10.0.19043) writes them');
  expect(text).toContain('Also played: Windows 11 25H2 (10.0.26200).');
  expect(text).toContain('Not judged: renewal, federated sign-in.');
  expect(text).toContain(
    'Command mde-conformance run https://enterpriseenrollment.example.test/ --email user@example.test',
  );
  expect(text).toContain('Tool mde-conformance 0.1.0, Node 20.19.0 Machine Linux 6.1 x64, 2 processors');
  expect(text).toContain(`SHA-256 ${everyOutcome.requirementSet}`);
});

test('secrets that cannot be hidden well, and what took the place of refused forms, are facts of the run', () => {
  const run = {
    ...everyOutcome.run,
    secretNotes: ['a password <b> is short', 'it is'],
    substitutes: ['it sent another'],
  };
  const text = firstScreen({ run });
  expect(text).toContain('In place of what was refused It sent another.');
  expect(text).toContain('Secrets A password &lt;b&gt; is short. It is.');
  expect(firstScreen({})).not.toMatch(/In place of what was refused|Secrets/);
});

test('a recording has no profile, and a program that judged has no command line', () => {
  const { maker, ...run } = everyOutcome.run;
  const { profile, ...scope } = everyOutcome.scope;
  const text = firstScreen({ run: { ...run, mode: 'audit' }, scope: { ...scope, device: 'the recorded device' } });
  expect([maker?.node, profile]).toEqual(['20.19.0', 'P1']);
  expect(text).toContain('No profile: the requests are those of the recorded device, as they were recorded.');
  expect(text).toContain('Recorded 4 March 2026');
  expect(text).toContain('Judged by a program, by the library Tool mde-conformance 0.1.0 Mode');
});

test('a narrowed verdict and the embedded server stand out', () => {
  const text = page.render(
    { ...everyOutcome, scope: { ...everyOutcome.scope, embedded: true, limitedTo: ['--check', 'a/b'] } },
    everyOutcomeEvidence,
  );
  expect(text).toContain('<strong>The server was the reference server of this tool');
  expect(text).toContain('<code>--check a/b</code>');
});

test('a refusal says what was asked, what came, what it means, who has to act, and which checks fail by it', () => {
  const text = firstScreen({ refusals: [refusal] });
  expect(text).toContain(
    [
      'Exchange 2 (and 1 more alike): the policy service refused GetPolicies',
      'Asked https://enterpriseenrollment.example.test/EnrollmentServer/Policy.svc',
      'Got HTTP 500 with a fault',
      'Says "Device Cap Reached"; ErrorType DeviceCapReached, subcode s:Authorization; TraceId 2493',
      'Device shows 0x80180013 (specified: MS-MDE2 18.0, section 2.2.10)',
      'Do administrator: Raise the limit.',
      'Fails policy/answer',
      'Blocks 3 checks (2 MUST)',
      'All exchanges 2 , 4',
    ].join(' '),
  );
});

test('a code that nobody knows is said to be unknown', () => {
  const { code, evidence, ...unknown } = refusal;
  expect([code, evidence?.by]).toEqual(['0x80180013', 'specified']);
  expect(firstScreen({ refusals: [unknown] })).toContain('Device fails; which code it shows is not known');
});

test('a cause says what was seen, what a device makes of it, what to change and where', () => {
  expect(firstScreen()).toContain(
    [
      'Not met: AuthPolicy is Federated, Certificate or OnPremise MUST · specified',
      'Means No device gets through this step of the enrollment.',
      'Seen AuthPolicy is "Password" (expected Federated, Certificate or OnPremise), and 1 more',
      'Expected Federated, Certificate or OnPremise Actual Password',
      'Device Every device: fails with 0x80180001 : it cannot read the answer and ends the enrollment (specified: MS-MDE2 18.0, section 2.2.10)',
      'Change Send one of the three values, in this letter case',
      'Rule The value is one of those that the schema lists MDE2-0042 · MS-MDE2 16.0, 3.1.4.1.3.3',
      'Where exchange 0 , body /s:Envelope/s:Body/d:DiscoverResponse/d:DiscoverResult/d:AuthPolicy',
      'Check discovery/auth-policy · specified (MS-MDE2 16.0, 3.1.4.1.3.3)',
      'Repeat mde-conformance run https://enterpriseenrollment.example.test/ --email user@example.test --check discovery/auth-policy --out repeated',
    ].join(' '),
  );
});

test('what stopped the enrollment comes before what is wrong, and before the list of contents', () => {
  const text = firstScreen();
  const places = ['What stopped, and what is wrong', 'did not answer GetPolicies', 'Not met: AuthPolicy', 'In numbers'];
  const found = places.map((words) => text.indexOf(words));
  expect(found).not.toContain(-1);
  expect(found).toEqual(found.toSorted((one, other) => one - other));
});

test('six cards are open, the others show their title', () => {
  const text = sections({ refusals: [], causes: many(9) });
  expect(text.match(/<li class="card failed"/g)).toHaveLength(9);
  expect(text.match(/<div class="head">/g)).toHaveLength(6);
  expect(text).toContain('<h3 class="title">cause 8</h3>');
});

test('what is advised is one line', () => {
  const text = sections({ refusals: [], causes: many(7, { level: 'SHOULD', musts: 0 }) });
  expect(text).toContain('No mandatory check failed, and no valid request was refused.');
  expect(text).toContain('<summary><span class="title">7 warnings (SHOULD and MAY)</span></summary>');
});

test('what no Windows sends stands apart', () => {
  const text = sections({ refusals: [], causes: many(2, { damage: 'contrived' }) });
  const [usual = '', contrived = ''] = text.split('<h2 id="contrived">');
  expect(usual).toContain('Nothing that Windows meets');
  expect(usual).not.toContain('cause 0');
  expect(contrived).toContain('<h3>cause 0</h3>');
  expect(sections({ causes: many(2) })).not.toContain('contrived');
});

test('of a target that was never got at, no cause stands for itself', () => {
  const text = sections({ refusals: [], exitCode: 4, causes: many(2) });
  expect(text).toContain('The run ended before the server could be judged.');
  expect(text).toContain('Seen before the run ended: 2 causes of failed checks');
});

test('what a refusal leaves open is one line, with its tally', () => {
  expect(sections()).toMatch(
    /<details class="fold inconclusive">\s*<summary>[^]*?5 checks \(3 MUST\) could not be judged/,
  );
});

test('only exchanges of the session are linked', () => {
  expect(linked('answered in exchange 1; the server said "exchange 99"', everyOutcome).toString()).toBe(
    'answered in <a href="#exchange-1">exchange 1</a>; the server said &#34;exchange 99&#34;',
  );
});
