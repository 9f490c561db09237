import { describe, expect, test } from 'vitest';
import { enrollmentAnswer } from '../../../suites/enrollment/answer.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { policyKeyLength } from '../../../suites/certificates/policy-key-length.ts';
import { otherCredential } from '../../../suites/faults/other-credential.ts';
import { wrongPassword } from '../../../suites/faults/scenarios/wrong-password.ts';
import { acceptedRequest } from '../../../suites/policy/accepted-request.ts';
import { noteOf } from '../../app/assess.ts';
import { renewal } from '../../../suites/renewal/scenarios/renewal.ts';
import type { Exchange, HttpRequest } from '../../wire/exchange/exchange.ts';
import { referenceSession } from '../../testing/reference-run.ts';
import type { Check } from '../rule/check.ts';
import { openDossier } from './dossier.ts';
import type { Kind } from './kind.ts';
import { judge } from '../verdict/judge.ts';
import { asThirdParty } from '../../testing/as-third-party.ts';

const kinds: readonly Kind[] = ['probe', 'discover', 'get-policies', 'issue'];
const { exchanges: enrollment } = await referenceSession({ scenarios: [windowsEnrollment] });
const { exchanges: refusals } = await referenceSession({ scenarios: [wrongPassword] });
const { exchanges: both } = await referenceSession({ scenarios: [windowsEnrollment, renewal] });
const [ownId = ''] = /(?<=Name="DeviceID"><ac:Value>)[^<]*/.exec(bodyOf(enrollment[3]?.request)) ?? [];

/** What is different about a device; all else is that of the reference run. */
interface Difference {
  readonly user?: string;
  readonly id?: string;
  readonly connection?: string;
  readonly cookie?: string;
  /** Named by Discover, and asked for the certificate. */
  readonly address?: string;
  /** What its policy asks for; every key has 2048 bits. */
  readonly keyLength?: number;
  readonly authPolicy?: string;
}

/** The probe, Discover, GetPolicies and the issue of one device, as a third party records them. */
function device({ user, id, connection, cookie, address, keyLength, authPolicy }: Difference = {}): Exchange[] {
  const replaced = (text: string): string =>
    text
      .replaceAll('user@contoso.example', user ?? 'user@contoso.example')
      .replaceAll(ownId, id ?? ownId)
      .replace(/(?<=<EnrollmentServiceUrl>[^<]*)(?=<)/, address === undefined ? '' : `/${address}`)
      .replace(/(minimalKeyLength>)\d+/, (all, start: string) => (keyLength ? start + String(keyLength) : all))
      .replace(/(<AuthPolicy>)\w+(<\/AuthPolicy><Enr)/, (all, start: string, end: string) =>
        authPolicy ? start + authPolicy + end : all,
      );
  return asThirdParty(enrollment).map((exchange, index): Exchange => {
    const { request, answer } = exchange;
    const url = index === 3 && address !== undefined ? `${request.url}/${address}` : request.url;
    const headers = cookie === undefined ? request.headers : [...request.headers, ['Cookie', cookie] as const];
    return {
      ...exchange,
      request: { ...request, url, headers, body: Buffer.from(replaced(bodyOf(request))) },
      answer:
        answer.kind === 'answered'
          ? { ...answer, response: { ...answer.response, body: Buffer.from(replaced(bodyOf(answer.response))) } }
          : answer,
      ...(connection === undefined ? {} : { connection }),
    };
  });
}

/** One message of each device after the other, as it happens where they enroll at the same time. */
function interleaved(...devices: readonly (readonly Exchange[])[]): Exchange[] {
  return inOrder(kinds.flatMap((_, step) => devices.flatMap((exchanges) => exchanges[step] ?? [])));
}

/** The same requests, refused for their credential. */
function refused(asked: readonly Exchange[]): Exchange[] {
  const refusal = refusals.find(({ label }) => label?.name === 'issue-wrong-password');
  if (!refusal) throw new Error('the run has no wrong password');
  return asked.map((exchange) => ({ ...exchange, answer: refusal.answer }));
}

function inOrder(exchanges: readonly Exchange[]): Exchange[] {
  return exchanges.map((exchange, index) => ({ ...exchange, index }));
}

function stepsIn(exchanges: readonly Exchange[]): (string | undefined)[] {
  using dossier = openDossier({ exchanges });
  return dossier.flows.map(({ steps }) => kinds.map((kind) => steps.get(kind)?.exchange.index ?? '?').join(' '));
}

function outcomeOf(check: Check, exchanges: readonly Exchange[]): { outcome: string; reason?: string | undefined } {
  using dossier = openDossier({ exchanges });
  const { outcome, reason } = judge(check, dossier, noteOf);
  return { outcome, reason };
}

function bodyOf(message: Pick<HttpRequest, 'body'> | undefined): string {
  return Buffer.from(message?.body ?? []).toString();
}

const strict = { keyLength: 4096 };
const second = { id: 'FEDCBA9876543210FEDCBA9876543210' };

describe('two devices that enroll at the same time are told apart', () => {
  test.each<[string, Difference, Difference]>([
    ['by their users', { user: 'a@contoso.example' }, { user: 'b@contoso.example' }],
    ['by their connections', { connection: '1' }, { connection: '2' }],
    ['by their cookies', { cookie: 'session=1' }, { cookie: 'session=2' }],
  ])('%s', (_, one, other) => {
    expect(stepsIn(interleaved(device({ ...one, ...strict }), device({ ...second, ...other })))).toEqual(
      ['0 2 4 6', '1 3 5 7'].map((steps) => (one.user ? steps.replace(/^0/, '1') : steps)),
    );
  });

  test('by the address that Discover named', () => {
    const exchanges = interleaved(device({ address: 'a' }), device({ ...second, address: 'b' }));
    expect(stepsIn(exchanges)).toEqual(['1 2 5 6', '1 3 5 7']);
  });

  test('by what one of them alone can have gone on from', () => {
    const exchanges = inOrder([...device(strict), ...device(second).slice(1)]);
    expect(stepsIn(exchanges)).toEqual(['0 1 2 3', '0 4 5 6']);
  });
});

describe('where nothing tells devices apart', () => {
  test('what was said to both alike is paired', () => {
    expect(stepsIn(interleaved(device(), device(second)))).toEqual(['1 3 5 6', '1 3 5 7']);
  });

  test('what differs is paired with none, and nothing is judged by it', () => {
    const exchanges = interleaved(device(), device({ ...second, ...strict }));
    expect(stepsIn(exchanges)).toEqual(['1 3 ? 6', '1 3 ? 7']);
    expect(outcomeOf(policyKeyLength, exchanges)).toEqual({
      outcome: 'inconclusive',
      reason: 'the recording does not show which of the exchanges 4 and 5 (get-policies) belongs to the same device',
    });
    expect(outcomeOf(acceptedRequest, exchanges).outcome).toBe('inapplicable');
  });

  test('one device that asks again goes on from its last answer', () => {
    expect(stepsIn(inOrder([...device(strict), ...device().slice(1)]))).toEqual(['0 1 2 3', '0 4 5 6']);
  });
});

test('a device is not judged by the policy that another got in between', () => {
  const [one, other] = [device({ user: 'a@contoso.example' }), device({ user: 'b@contoso.example', ...strict })];
  const exchanges = inOrder([...one.slice(0, 3), ...other.slice(0, 3), ...one.slice(3)]);
  expect(outcomeOf(policyKeyLength, exchanges).outcome).toBe('passed');
});

test('a user name in another form is of the same user', () => {
  const discovered = device({ user: 'jane@contoso.example' }).slice(0, 2);
  const asked = device({ user: 'CONTOSO\\Jane' }).slice(2);
  expect(stepsIn(inOrder([...discovered, ...asked]))).toEqual(['0 1 2 3']);
});

test('a credential is wrong by the AuthPolicy of its own user only, and only where it is refused', () => {
  const own = device({ user: 'a@contoso.example' });
  const federated = device({ user: 'b@contoso.example', authPolicy: 'Federated' });
  const between = inOrder([...own, ...own.slice(0, 2), ...federated.slice(0, 2), ...refused(own.slice(2))]);
  expect(outcomeOf(otherCredential, between)).toMatchObject({ outcome: 'inconclusive' });
  const last = inOrder([...own, ...federated.slice(0, 2), ...refused(federated.slice(2))]);
  expect(outcomeOf(otherCredential, last)).toMatchObject({ outcome: 'passed' });
});

test('nobody says that a credential of another sort was made up, if the server accepted it', () => {
  const accepted = inOrder(device({ authPolicy: 'Federated' }));
  expect(outcomeOf(otherCredential, accepted)).toMatchObject({ outcome: 'inconclusive' });
  expect(outcomeOf(enrollmentAnswer, accepted)).toMatchObject({ outcome: 'passed' });
});

describe('a renewal', () => {
  const isRenewal = ({ request }: Exchange): boolean => bodyOf(request).includes('200512/Renew<');
  const ofRenewal = both.filter(({ label }) => label?.scenario === renewal.id);
  const first = ofRenewal.findIndex(isRenewal);
  const between = both.filter((exchange) => !ofRenewal.includes(exchange));
  const recorded = inOrder(asThirdParty([...ofRenewal.slice(0, first), ...between, ...ofRenewal.slice(first)]));

  test('belongs to the issue of the certificate that it renews, whatever was issued since', () => {
    using dossier = openDossier({ exchanges: recorded });
    const indexes = (kind: Kind): number[] =>
      dossier.evidence.filter((item) => item.kind === kind).map(({ exchange }) => exchange.index);
    const [own, ...since] = indexes('issue');
    expect(since).toHaveLength(1);
    const pairs = dossier.flows
      .filter(({ steps }) => steps.has('renew'))
      .map(({ steps }) => [steps.get('issue')?.exchange.index, steps.get('renew')?.exchange.index]);
    expect(pairs).toEqual(indexes('renew').map((renew) => [own, renew]));
  });

  test('of a device that enrolled before the recording has no flow', () => {
    using dossier = openDossier({ exchanges: inOrder([...recorded.filter(isRenewal), ...device()]) });
    expect(dossier.flows.map(({ steps }) => [...steps.keys()])).toEqual([kinds]);
  });
});
