import { entraItems } from '../../../authentication/scenarios/shared/entra-items.ts';
import type { Device } from '../../../../harness/device/client/device.ts';
import type { HeldCertificate } from '../../../../harness/device/client/held-certificate.ts';
import { managementAccount } from '../../../../harness/device/management/account.ts';
import type { PreparedUser } from '../../../../harness/device/sign-in/prepared-user.ts';
import type { KeyPolicy, Services } from '../../../../harness/device/client/answers.ts';
import type { IssueStep, ManageStep } from '../../../../harness/device/client/steps.ts';
import type { ScenarioContext } from '../../../../harness/device/run/scenario.ts';
import type { HeldSession } from '../../../../harness/device/management/session.ts';

/** A device that has a certificate, and the account of its management server. */
export interface ManagedDevice {
  readonly device: Device;
  readonly services: Services;
  readonly held: HeldCertificate;
  /** The provisioning document of its enrollment. */
  readonly document: Uint8Array;
  /** The document asks for signed messages. */
  readonly isSigned: boolean;
  /** What its request for a certificate carried besides the usual. */
  readonly step: IssueStep;
  /** Holds a session with its own certificate, or what the step says. */
  readonly session: (step: ManageStep) => Promise<HeldSession | undefined>;
}

/** Enrolls a device, which has not had a session yet; undefined if it gets no certificate. */
export async function enrollForSessions(context: ScenarioContext, flow: string): Promise<ManagedDevice | undefined> {
  const device = context.device(flow);
  const isJoin = context.way() === 'entra';
  const terms = isJoin ? await device.entra?.terms({ name: `${flow}-terms`, does: 'accept', joins: true }) : undefined;
  const services = await device.discover(context.discovery());
  const policy = services && (await device.getPolicies(services));
  const blob = terms && 'blob' in terms ? context.reveal(terms.blob) : undefined;
  const step: IssueStep = isJoin ? { contextItems: entraItems('Device', blob) } : {};
  return policy && (await enrollWith({ device, services, step }, policy, step));
}

/** Enrolls a device for a prepared user; undefined if it gets no certificate. */
export async function enrollAs(
  user: PreparedUser,
  { device, services }: Pick<ManagedDevice, 'device' | 'services'>,
): Promise<ManagedDevice | undefined> {
  const credential = await device.credentialFor(services, user);
  const policy = credential && (await device.getPolicies(services));
  return policy && (await enrollWith({ device, services, step: { credential } }, policy, { credential }));
}

/** Enrolls the same device once more, as one whose user connects it again; undefined if it gets no certificate. */
export async function enrollAnew(
  { device, services, step }: ManagedDevice,
  name: string,
): Promise<ManagedDevice | undefined> {
  const policy = await device.getPolicies(services, { name: `policies-${name}` });
  return policy && (await enrollWith({ device, services, step }, policy, { ...step, name: `issue-${name}` }));
}

async function enrollWith(
  parts: Pick<ManagedDevice, 'device' | 'services' | 'step'>,
  policy: KeyPolicy,
  step: IssueStep,
): Promise<ManagedDevice | undefined> {
  const { device, services } = parts;
  const enrolled = await device.issue(services, policy, step);
  const held = enrolled?.held();
  if (!enrolled || !held) return undefined;
  const { document } = enrolled;
  const isSigned = managementAccount(document)?.isSigned ?? false;
  return { ...parts, held, document, isSigned, session: (session) => device.manage(document, { held, ...session }) };
}

/** Whether a session was held, also one in which the server has commands without end. */
export function isHeld(session: HeldSession | undefined): session is HeldSession {
  return session?.end === 'closed' || session?.end === 'endless';
}

/** Sends what may be refused between two sessions that must not be; without the first one, it proves nothing. */
export async function betweenSessions({ session }: ManagedDevice, during: () => Promise<void>): Promise<void> {
  const control = { control: true } as const;
  const before = await session({ ...control, name: 'control-before', sessionId: '1' });
  if (!isHeld(before)) return;
  await during();
  await session({ ...control, name: 'control-after', sessionId: '2' });
}
