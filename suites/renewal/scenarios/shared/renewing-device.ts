import type { KeyPolicy, Services } from '../../../../harness/device/client/answers.ts';
import type { Device } from '../../../../harness/device/client/device.ts';
import { readRenewalOffer } from '../../../../harness/device/client/held-certificate.ts';
import type { HeldCertificate, RenewalOffer } from '../../../../harness/device/client/held-certificate.ts';
import type { Credential } from '../../../../harness/device/client/messages/credential.ts';
import type { RenewalSecurity, RenewStep } from '../../../../harness/device/client/renewal.ts';
import type { ScenarioContext } from '../../../../harness/device/run/scenario.ts';

/** A device that holds a certificate which the server says it renews. */
export interface EnrolledDevice {
  readonly device: Device;
  readonly services: Services;
  readonly policy: KeyPolicy;
  /** Where it renews. */
  readonly url: string;
  readonly held: HeldCertificate;
  /** The provisioning document that brought its first certificate. */
  readonly document: Uint8Array;
  /** Whether it renews automatically, when nobody can type a password. */
  readonly automatic: boolean;
  /** Whether the server lets it recover a lost certificate. */
  readonly mayRecover: boolean;
  /** Of the user who enrolled it. */
  readonly credential: Credential;
  /** The same, where it is that of a prepared user. */
  readonly prepared?: Credential;
  /** What every enrollment of that user declares: the state of the server, if it is a prepared one. */
  readonly deviations?: readonly string[];
}

/** A device that has renewed its certificate. */
export interface RenewingDevice extends EnrolledDevice {
  /** The certificate that was renewed first. */
  readonly replaced: HeldCertificate;
  /** The Security header with which that succeeded. */
  readonly security: RenewalSecurity;
}

/** Enrolls a device; undefined if it gets no certificate, or if the server does not offer renewal. */
export async function enrollDevice(context: ScenarioContext, flow: string): Promise<EnrolledDevice | undefined> {
  const device = context.device(flow);
  const services = await device.discover(context.discovery());
  const policy = services && (await device.getPolicies(services));
  const credential = services && (await device.credentialFor(services));
  if (!policy || !credential) return undefined;
  const issued = await device.issue(services, policy);
  const held = issued?.held();
  if (!issued || !held) return undefined;
  const { document } = issued;
  const offer = readRenewalOffer(document);
  if (!offer.automatic && !context.claims('renew')) return undefined;
  const url = await renewalUrl(context, device, services, offer);
  const { automatic, recovery: mayRecover } = offer;
  return { device, services, policy, url, held, document, credential, automatic, mayRecover };
}

/** Enrolls the same device once more; undefined where no certificate came of it. */
export async function enrollAgain<D extends EnrolledDevice>(
  enrolled: D,
  step: { readonly name: string; readonly credential?: Credential; readonly deviations?: readonly string[] },
): Promise<D | undefined> {
  const { device, services, policy } = enrolled;
  const { deviations } = { ...enrolled, ...step };
  const prepared = step.credential ?? enrolled.prepared;
  const declared = deviations ? { deviations } : {};
  const issued = await device.issue(services, policy, { ...step, ...asCredential(prepared), ...declared });
  const held = issued?.held();
  if (!issued || !held) return undefined;
  const { document } = issued;
  return { ...enrolled, held, document, ...(prepared ? { prepared, credential: prepared } : {}), ...declared };
}

/** Without a prepared user, each device has the credential of the target's user. */
export function asCredential(prepared: Credential | undefined): { readonly credential?: Credential } {
  return prepared ? { credential: prepared } : {};
}

/** The order of attempts to renew (open question Q6): a renewal with a password of the user is not automatic. */
const forms = [
  ['none', 'no Security header'],
  ['empty-password', 'a UsernameToken with an empty password'],
  ['password', 'a UsernameToken with the password of the user'],
] as const satisfies readonly (readonly [RenewalSecurity, string])[];

/**
 * Renews the certificate with the first Security header that the server accepts. Each attempt is a variant of `family`,
 * because no single one of them has to succeed.
 */
export async function renewFirst(enrolled: EnrolledDevice, family: string): Promise<RenewingDevice | undefined> {
  const hasPassword = enrolled.credential.kind === 'username-token';
  for (const [security, variant] of hasPassword ? forms : forms.slice(0, 2)) {
    const step = { security, name: `renew-${security}`, variant, family };
    const held = await renewWith(enrolled, step);
    if (held) return { ...enrolled, held, replaced: enrolled.held, security };
  }
  return undefined;
}

/** Renews the current certificate in the same way as before; undefined if that fails. */
export async function renewAgain(renewing: RenewingDevice, step: RenewStep): Promise<HeldCertificate | undefined> {
  return await renewWith(renewing, { security: renewing.security, ...step });
}

/** Renews what an enrolled device holds. */
export async function renewWith(enrolled: EnrolledDevice, step: RenewStep): Promise<HeldCertificate | undefined> {
  const { device, url, held, credential } = enrolled;
  return await device.renew(url, held, { credential, ...step });
}

/**
 * Continues with a certificate whose renewal is due, if the target names a user who gets such certificates. Otherwise
 * it continues with the current one, which a server may renew too.
 */
export async function inRenewalPeriod(
  context: ScenarioContext,
  enrolled: EnrolledDevice,
  during: (due: EnrolledDevice) => Promise<void>,
): Promise<void> {
  const isDriven = await context.inState('renewal-due', async (user) => {
    const credential = user && (await enrolled.device.credentialFor(enrolled.services, user));
    const step = { name: 'issue-renewal-due', deviations: ['state-renewal-due'] };
    const due = credential && (await enrollAgain(enrolled, { ...step, credential }));
    if (due) await during(due);
  });
  if (!isDriven) await during(enrolled);
}

/** A renewal begins with Discover, where ServerURL names another address than that of the enrollment (CertificateStore CSP). */
async function renewalUrl(
  context: ScenarioContext,
  device: Device,
  { enrollmentUrl }: Services,
  { serverUrl }: RenewalOffer,
): Promise<string> {
  const known = [context.discovery().url, enrollmentUrl];
  if (serverUrl === undefined || known.includes(serverUrl) || !device.accepts(serverUrl)) return enrollmentUrl;
  const variant = 'the ServerURL of renewal';
  const services = await device.discover(
    { url: serverUrl },
    { name: 'discover-renewal', family: 'server-url', variant },
  );
  return services?.enrollmentUrl ?? enrollmentUrl;
}
