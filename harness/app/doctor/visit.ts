import { randomBytes } from 'node:crypto';
import { gather } from '../../device/run/gather.ts';
import type { Scenario } from '../../device/run/scenario.ts';
import type { AuthMethod } from '../../device/target/auth-method.ts';
import type { TargetDescription } from '../../device/target/target-description.ts';
import { waysOf } from '../../device/target/target-ways.ts';
import { redact } from '../../wire/redaction/redact.ts';
import { storedExchanges } from '../../wire/har/har.ts';
import type { Session } from '../../wire/exchange/exchange.ts';
import { createLiveTransport } from '../../wire/transport/live-transport.ts';

/** What a visit found, redacted. */
export interface Visit {
  readonly session: Session;
  /** Replaces the secrets of the target in a text. */
  readonly redacted: (text: string) => string;
}

/** How a visit connects. */
export interface VisitOptions {
  readonly timeoutMs: number;
  readonly tlsReportOnly?: boolean;
  readonly signal?: AbortSignal;
}

const policies = { 'on-premise': 'OnPremise', federated: 'Federated', certificate: 'Certificate' } as const;

/** The name of the exchange that offers TLS 1.2 alone. */
export const exchangeOfTls12 = 'tls-1.2';

/** As Windows begins: the probe, Discover and, with the credentials, GetPolicies. Nothing is enrolled. */
const entrance: Scenario = {
  id: 'doctor',
  title: 'A device asks for the discovery service and for policies',
  effect: 'read',
  devices: 1,
  async drive(context) {
    const device = context.device('doctor');
    const discovery = await device.probe();
    const services = discovery && (await device.discover(discovery));
    if (services) await device.getPolicies(services);
  },
};

/** Asks for TLS 1.2, and for each way alone. */
const questions: Scenario = {
  id: 'doctor-ways',
  title: 'A device offers TLS 1.2 alone, and each way in alone',
  effect: 'read',
  devices: 1,
  showsWays: true,
  async drive(context) {
    const device = context.device('doctor-ways');
    const url = context.entrance();
    const options = { name: exchangeOfTls12, variant: 'TLS 1.2', connection: { tlsVersion: 'TLSv1.2' } } as const;
    if (url.startsWith('https:')) await device.request('GET', url, options);
    for (const [way, policy] of Object.entries(policies)) {
      const authPolicies = [policy];
      await device.discover(context.discovery(), { name: `discover-${way}`, variant: `offers ${way}`, authPolicies });
    }
  },
};

/** The credentials of a way that the server has besides the one that it chose. */
const inWay = (way: AuthMethod): Scenario => ({
  ...entrance,
  title: `${entrance.title} (${way})`,
  way,
  isFurther: true,
  async drive(context) {
    const device = context.device('doctor');
    const services = await device.discover(context.discovery());
    if (services) await device.getPolicies(services);
  },
});

/**
 * Asks a target what it is without leaving anything there: one probe, Discover in each way, and GetPolicies once with the credentials of each
 * way that the target gives. It stops where the first credentials are refused.
 */
export async function visit(target: TargetDescription, options: VisitOptions): Promise<Visit> {
  const further = waysOf(target).filter((way) => way !== 'entra');
  const recording = await gather({
    target,
    scenarios: [entrance, questions, ...further.map(inWay)],
    transport: createLiveTransport({
      timeoutMs: options.timeoutMs,
      tlsReportOnly: options.tlsReportOnly === true,
      ...(target.ca === undefined ? {} : { ca: [target.ca] }),
    }),
    effects: ['read'],
    concurrency: 1,
    keys: 'generated',
    now: () => new Date(),
    seed: randomBytes(8).toString('hex'),
    ...(options.signal ? { signal: options.signal } : {}),
  });
  return { session: storedExchanges(recording), redacted: redact(recording).text };
}
