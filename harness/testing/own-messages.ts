import type { Scenario } from '../device/run/scenario.ts';
import { departuresOf } from '../engine/rule/counterexample.ts';
import type { Answering, Departure } from '../engine/rule/counterexample.ts';
import type { Check } from '../engine/rule/check.ts';
import { provisioningBytes } from '../engine/evidence/provisioning.ts';
import type { Exchange } from '../wire/exchange/exchange.ts';
import { parseXml, XmlSyntaxError } from '../protocol/xml/tree.ts';
import { windowsEnrollment } from '../../suites/enrollment/scenarios/windows-enrollment.ts';
import { wrongPassword } from '../../suites/faults/scenarios/wrong-password.ts';
import { checks } from '../../suites/index.ts';
import { drivesFor } from './drives.ts';
import { goldenSession } from './golden-session.ts';
import { generator, mutate } from './mutations.ts';
import { referenceSession } from './reference-run.ts';

/** Every body of the golden session, asked and answered, and every provisioning document in it; none twice. */
export async function goldenMessages(): Promise<Uint8Array[]> {
  const { exchanges } = await goldenSession();
  return messagesOf(exchanges.flatMap(bodiesOf));
}

/** The golden session's answers and the documents in them, each mutated so many times. */
export async function mutatedMessages(rounds: number): Promise<Uint8Array[]> {
  const pick = generator(20260116);
  const { exchanges } = await goldenSession();
  const mutated = Array.from({ length: rounds }, () => exchanges.map((exchange) => mutate(exchange, pick))).flat();
  return messagesOf(mutated.map(({ answer }) => answer.response?.body ?? new Uint8Array()));
}

/**
 * The distinct messages that the counterexamples of all checks make of the messages of the reference server. It omits
 * counterexamples that leave every body unchanged, and those that replace the body by a page, another right answer or
 * nothing.
 */
export async function editedMessages(): Promise<Uint8Array[]> {
  const driven = new Set<string>();
  const bodies: Uint8Array[] = [];
  for (const check of checks) {
    for (const counterexample of check.counterexamples) {
      const departures = departuresOf(counterexample).filter(writesMessages).map(nameless);
      const key = JSON.stringify(departures);
      if (departures.length === 0 || driven.has(key)) continue;
      driven.add(key);
      const session = await referenceSession({ departures, scenarios: await showing(departures, check) });
      bodies.push(...session.exchanges.flatMap(bodiesOf));
    }
  }
  return messagesOf(bodies);
}

function writesMessages(departure: Departure): boolean {
  if ('answer' in departure) return departure.answer.as === 'fault' || departure.answer.as === 'text';
  return ['behaviour', 'xml', 'provisioning', 'replace', 'provisioningReplace'].some((key) => key in departure);
}

/** Without the counterexample's name; what is answered with a fault is answered so whoever asks, for it is the same fault. */
function nameless(departure: Departure): Departure {
  const isWhole = 'answer' in departure;
  const dropped = ['name', 'and', ...(isWhole ? ['asked', 'matching', 'deviation'] : [])];
  return Object.fromEntries(Object.entries(departure).filter(([key]) => !dropped.includes(key))) as Departure;
}

const usual: readonly Answering[] = ['probe', 'discover', 'get-policies', 'get-policies fault', 'issue', 'issue fault'];

/** An enrollment shows what becomes of a success, a wrong password of a refusal; the rest needs the scenarios of the check. */
async function showing(departures: readonly Departure[], check: Check): Promise<readonly Scenario[]> {
  const ofAnswers = departures.flatMap((departure) => ('on' in departure ? [departure] : []));
  const isParticular = ofAnswers.some(
    ({ on, asked, matching, deviation }) => !usual.includes(on) || (asked ?? matching ?? deviation) !== undefined,
  );
  if (isParticular) return drivesFor(check);
  return ofAnswers.some(({ on }) => on.endsWith(' fault')) ? [wrongPassword] : [windowsEnrollment];
}

function bodiesOf({ request, answer }: Exchange): Uint8Array[] {
  return [request.body, answer.response?.body ?? new Uint8Array()];
}

/** Bodies and the provisioning documents in them, none twice. */
function messagesOf(bodies: readonly Uint8Array[]): Uint8Array[] {
  const all = [...bodies, ...bodies.flatMap((body) => provisioningIn(body) ?? [])].filter(({ length }) => length > 0);
  return [...new Map(all.map((bytes) => [Buffer.from(bytes).toString('latin1'), bytes])).values()];
}

function provisioningIn(body: Uint8Array): Uint8Array | undefined {
  try {
    using tree = parseXml(body);
    return provisioningBytes(tree);
  } catch (error) {
    if (error instanceof XmlSyntaxError) return undefined;
    throw error;
  }
}
