import { describe, expect, test } from 'vitest';
import type { Check } from '../engine/rule/check.ts';
import { departuresOf } from '../engine/rule/counterexample.ts';
import type { Departure } from '../engine/rule/counterexample.ts';
import { openDossier } from '../engine/evidence/dossier.ts';
import { judge } from '../engine/verdict/judge.ts';
import type { Judgement } from '../engine/verdict/results.ts';
import type { Session } from '../wire/exchange/exchange.ts';
import type { Scenario } from '../device/run/scenario.ts';
import { noteOf } from '../app/assess.ts';
import { scenarios as allScenarios } from '../../suites/scenarios.ts';
import { isOfTokens } from './of-tokens.ts';
import { drivesFor } from './drives.ts';
import { referenceSession, referenceSessionOverTls } from './reference-run.ts';
import type { ReferenceRun } from './reference-run.ts';

type Departures = Departure | readonly Departure[];

/** What a check does on departures of the reference server. */
export interface CheckCases {
  /** The first finding's message on each counterexample of the check, in its order. */
  readonly fails: readonly (string | RegExp)[];
  /** Further ways to fail, with the first finding's message. */
  readonly alsoFails?: Readonly<Record<string, readonly [Departures, string | RegExp]>>;
  /** Departures that a conforming server may have too. */
  readonly passes?: Readonly<Record<string, Departures>>;
  readonly inapplicable?: Readonly<Record<string, Departures>>;
  readonly inconclusive?: Readonly<Record<string, Departures>>;
  /** The outcome on the clean reference server; `passed` unless the rule cannot concern it. */
  readonly cleanIs?: 'passed' | 'inapplicable';
  /** Only sockets show what it is about: over TLS it passes, with each service on the host of discovery and on hosts of their own. */
  readonly passesOverTls?: true;
  /** What to drive, where it is not what `drivesFor` finds. */
  readonly scenarios?: 'all' | readonly Scenario[];
}

const sessions = new Map<string, Promise<Session>>();

/** Proves that a check passes the reference server and fails, passes and abstains on departures of it as its cases say. */
export function testCheck(check: Check, cases: CheckCases): void {
  const drives = drivesOf(check, cases);
  describe(check.id, () => {
    const clean = cases.cleanIs ?? 'passed';
    test(`${clean} on the clean reference server`, async () => {
      expect(summary(await judgeOn(check, [], await drives()))).toMatch(new RegExp(`^${clean}`));
    });
    if (cases.passesOverTls) {
      test('passed on the clean reference server over TLS', async () => {
        for (const apart of [[], ['services', 'management']] as const) {
          using dossier = openDossier(await referenceSessionOverTls({ scenarios: await drives(), apart }));
          expect(summary(judge(check, dossier, noteOf))).toMatch(/^passed/);
        }
      });
    }
    test('states a message for each counterexample', () => {
      expect(cases.fails).toHaveLength(check.counterexamples.length);
    });
    for (const [index, counterexample] of check.counterexamples.entries()) {
      failing(check, drives, counterexample.name, [departuresOf(counterexample), cases.fails[index] ?? '']);
    }
    for (const [name, failure] of Object.entries(cases.alsoFails ?? {})) failing(check, drives, name, failure);
    for (const outcome of ['passes', 'inapplicable', 'inconclusive'] as const) {
      for (const [name, departures] of Object.entries(cases[outcome] ?? {})) {
        test(`${outcome} on ${name}`, async () => {
          const judgement = await judgeOn(check, departures, await drives());
          expect(summary(judgement)).toMatch(outcome === 'passes' ? /^passed/ : new RegExp(`^${outcome}`));
        });
      }
    }
  });
}

function failing(
  check: Check,
  drives: () => Promise<readonly Scenario[]>,
  name: string,
  [departures, message]: readonly [Departures, string | RegExp],
): void {
  test(`fails on ${name}`, async () => {
    const judgement = await judgeOn(check, departures, await drives());
    expect(summary(judgement)).toMatch(/^failed/);
    const seen = firstSeen(judgement);
    if (typeof message === 'string') expect(seen).toBe(message);
    else expect(seen).toMatch(message);
    expect(unfounded(check, judgement)).toEqual([]);
  });
}

/** Findings that say of devices what no device does, or that security is lost by a refusal. */
function unfounded({ contrived, impact: own }: Check, { findings }: Judgement): string[] {
  return findings.flatMap(({ message, impact = own }) => {
    const { kind, evidence } = impact;
    const isWrong = evidence ? contrived : kind === 'security' && message.startsWith('The server refused');
    return isWrong ? [`${message}: ${kind}`] : [];
  });
}

/** The first finding, with the code that a device shows for it if it has one of its own. */
function firstSeen({ findings: [first] }: Judgement): string {
  const code = first?.impact?.hresult;
  return `${first?.message ?? ''}${code === undefined ? '' : `; a device shows ${code}`}`;
}

function drivesOf(check: Check, { scenarios }: CheckCases): () => Promise<readonly Scenario[]> {
  if (scenarios === undefined) return () => drivesFor(check);
  return () => Promise.resolve(scenarios === 'all' ? allScenarios : scenarios);
}

/** The judgement of a check on the reference server with these departures. */
export async function judgeOn(
  check: Check,
  departures: Departures,
  drives: readonly Scenario[] = allScenarios,
): Promise<Judgement> {
  const [way] = new Set(drives.map((drive) => drive.way));
  const auth = isOfEntra(check) ? 'entra' : isOfSignIn(check) || isOfTokens(check) ? 'federated' : way;
  using dossier = openDossier(await sessionWith([departures].flat(), drives, auth));
  return judge(check, dossier, noteOf);
}

/** Whether only a server that joins devices to Microsoft Entra shows what a check is about. */
function isOfEntra({ id }: Check): boolean {
  return /^authentication\/(?:entra|terms)-/.test(id);
}

/** Whether only a server that wants tokens shows what a check is about. */
function isOfSignIn({ needs }: Check): boolean {
  const kinds = 'flow' in needs ? needs.flow : ['across' in needs ? needs.across : needs.each].flat();
  return kinds.every((kind) => kind === 'authenticate');
}

function sessionWith(
  departures: readonly Departure[],
  drives: readonly Scenario[],
  auth: ReferenceRun['auth'],
): Promise<Session> {
  const key = JSON.stringify([departures, drives.map(({ id }) => id), auth]);
  const known = sessions.get(key);
  if (known) return known;
  const record = departures.some((departure) => 'tls' in departure) ? referenceSessionOverTls : referenceSession;
  const session = record({ departures, scenarios: drives, ...(auth === undefined ? {} : { auth }) });
  sessions.set(key, session);
  return session;
}

function summary({ outcome, reason, findings }: Judgement): string {
  return `${outcome} ${[reason, ...findings.map(({ message }) => message)].filter(Boolean).join('; ')}`;
}
