import { usualForms } from '../../engine/evidence/accepted-forms.ts';
import type { AcceptedForms } from '../../engine/evidence/accepted-forms.ts';
import type { KeyPair } from '../../protocol/pki/build/keys.ts';
import type { Answer, Connection, HttpRequest, Label } from '../../wire/exchange/exchange.ts';
import type { XmlObject } from '../../protocol/xml/write.ts';
import type { Reveal } from '../../wire/redaction/secret-register.ts';
import { defaultKeyPolicy, readIssued, readKeyPolicy, readServices } from './answers.ts';
import type { Issued, KeyPolicy, Services } from './answers.ts';
import { certificateRequestOf } from './certificate-request-of.ts';
import { asClientCertificate, certificateFor } from './held-certificate.ts';
import type { HeldCertificate } from './held-certificate.ts';
import { contextItemsOf } from './context-items.ts';
import { createKeyChoice } from './key-choice.ts';
import { imitate } from './imitation.ts';
import type { DeviceIdentity } from './identity.ts';
import type { Credential, UsernameToken } from './messages/credential.ts';
import { discoverMessage } from './messages/discover.ts';
import { getPoliciesMessage } from './messages/get-policies.ts';
import { pkcs10Token, requestSecurityTokenMessage } from './messages/request-security-token.ts';
import { writeStyled } from './message-style.ts';
import { followProbe } from './probe.ts';
import type { Discovery } from './probe.ts';
import type { AuthPolicy, Profile } from './profile.ts';
import { createRenewal } from './renewal.ts';
import type { Renew } from './renewal.ts';
import { createSigning, signedLast } from './signing.ts';
import type { Sign } from './signing.ts';
import { bareRequest, messageRequest, probeRequest } from './request.ts';
import type { AuthenticatedStep, DiscoverStep, IssueStep, MessageOptions } from './steps.ts';
import type { AuthMethod } from '../target/auth-method.ts';
import type { Target } from '../target/target.ts';
import { waysOf } from '../target/target-ways.ts';
import { isUsableUrl } from '../target/usable-url.ts';
import { withPort } from '../target/with-port.ts';
import { createDeviceEntra } from '../entra/device-entra.ts';
import type { DeviceEntra } from '../entra/device-entra.ts';
import type { EntraIssuer } from '../entra/entra-issuer.ts';
import { createSignIn } from '../sign-in/sign-in.ts';
import { visitSignIn } from '../sign-in/visit.ts';
import type { SignInVisit, VisitEnd } from '../sign-in/visit.ts';
import { createRunSignIn } from '../sign-in/run-sign-in.ts';
import type { RunSignIn } from '../sign-in/run-sign-in.ts';

/** Sends one request, and records the exchange. */
export type Send = (request: HttpRequest, label: Label) => Promise<Answer>;

/** The parts of a device. */
export interface DeviceParts {
  readonly target: Target;
  readonly send: Send;
  /** The only way to the text of a password or token. */
  readonly reveal: Reveal;
  readonly profile: Profile;
  readonly identity: DeviceIdentity;
  /** An RSA key of this many bits for a request to this URL; `renewal` numbers the keys of renewals. */
  readonly takeKey: (bits: number, url: string, renewal?: number) => Promise<KeyPair>;
  readonly now: () => Date;
  /** Id of the scenario that drives it. */
  readonly scenario: string;
  readonly flow: string;
  /** The way that its scenario is about; see `Label`. */
  readonly way?: AuthMethod;
  /** The forms that the target accepts, as far as the run knows. Default: the usual ones. */
  readonly forms?: () => AcceptedForms;
  /** What the devices of a run know of signing in. Default: this device signs in alone. */
  readonly signIn?: RunSignIn;
  /** Whose tokens it carries where it joins Microsoft Entra. */
  readonly issuer?: EntraIssuer | undefined;
  /** Stands before the names of its sign-in, where a scenario has several devices. */
  readonly signInPrefix?: string;
}

/** The result of an enrollment. */
interface Enrolled extends Issued {
  /** The certificate in the document for the key of the request; undefined if there is none. */
  held(): HeldCertificate | undefined;
}

/**
 * A simulated Windows device. Each operation sends one message (the probe sends one or more GETs). It returns what the
 * next operation needs, or undefined if a device could not continue. No fault of the target makes it throw.
 */
export interface Device {
  readonly identity: DeviceIdentity;
  /** Missing where the target has no issuer of Microsoft Entra tokens. */
  readonly entra?: DeviceEntra;
  /** The password of the target's user, where this authentication policy takes it; undefined otherwise. */
  passwordFor(authPolicy: string): UsernameToken | undefined;
  /**
   * The credential of the target's user for these services; undefined if there is none. For a token, the device signs in, once. The reason
   * why that failed is noted for the run.
   */
  credentialFor(services: Services): Promise<Credential | undefined>;
  /** Opens the sign-in page of a Federated server as a device does, whether or not the target says how to sign in. Else sends nothing. */
  signIn(services: Services): Promise<void>;
  /** Opens that page in another way, in a window without cookies, and tells how far it came. */
  visitSignIn(services: Services, visit: SignInVisit): Promise<VisitEnd>;
  probe(): Promise<Discovery | undefined>;
  discover(discovery: Discovery, step?: DiscoverStep): Promise<Services | undefined>;
  /**
   * If the server has no policy service, it sends nothing and returns the default of Windows. Where a run knows that the server enrolls
   * although its policies fail, a plain message is sent and that default is returned, too.
   */
  getPolicies(services: Services, step?: AuthenticatedStep): Promise<KeyPolicy | undefined>;
  issue(services: Services, policy: KeyPolicy, step?: IssueStep): Promise<Enrolled | undefined>;
  readonly renew: Renew;
  /** An imitation of a certificate, for a key that the device has not used yet. */
  imitate(held: HeldCertificate, url: string): Promise<HeldCertificate>;
  /** Whether the device would use an address that the server named. */
  accepts(url: string): boolean;
  /** A request without a body, to any address. */
  request(method: string, url: string, options: MessageOptions): Promise<Answer>;
}

const keyLengths: readonly number[] = [2048, 3072, 4096];
/** What a device offers that is limited to one way. One that joins Microsoft Entra offers what any device offers, and heeds no answer. */
const policyNames: Readonly<Partial<Record<AuthMethod, AuthPolicy>>> = {
  'on-premise': 'OnPremise',
  federated: 'Federated',
  certificate: 'Certificate',
};

/** Creates a device with a fixed identity and profile; it remembers nothing else from one operation to the next. */
export function createDevice(parts: DeviceParts): Device {
  const { target, profile, identity, scenario, flow, reveal, forms = () => usualForms } = parts;
  let steps = 0;
  let renewals = 0;

  const send = (request: HttpRequest, name: string, options: MessageOptions = {}): Promise<Answer> => {
    steps += 1;
    const { control, variant, family, deviations, callback, connection } = options;
    return parts.send(connection ? { ...request, connection: named(connection) } : request, {
      scenario,
      name: options.name ?? name,
      flow,
      step: steps,
      ...(parts.way === undefined ? {} : { way: parts.way }),
      ...(control === undefined ? {} : { control }),
      ...(variant === undefined ? {} : { variant }),
      ...(family === undefined ? {} : { family }),
      ...(deviations === undefined ? {} : { deviations }),
      ...(callback === undefined ? {} : { callback: { url: callback, fetches: 0 } }),
    });
  };
  /** Scenarios that run once in each way share no connection. */
  const named = (connection: Connection): Connection =>
    connection.kept === undefined || parts.way === undefined
      ? connection
      : { ...connection, kept: `${parts.way}-${connection.kept}` };
  const sendMessage = (
    url: string,
    message: XmlObject,
    name: string,
    options: MessageOptions,
    { connection, sign }: { readonly connection?: Connection; readonly sign?: Sign | undefined } = {},
  ): Promise<Answer> => {
    const client = options.profile ?? profile;
    const style = options.style ?? client.style ?? {};
    const text = writeStyled(options.transform?.(message) ?? message, style);
    const request = signedLast(messageRequest(url, text, client), options.edits ?? [], sign);
    return send(connection ? { ...request, connection } : request, name, options);
  };
  const nextKey = (bits: number, url: string): Promise<KeyPair> => parts.takeKey(bits, url, (renewals += 1));
  const keyFor = createKeyChoice(parts.takeKey);
  const run = parts.signIn ?? createRunSignIn();
  const sendPage = (request: HttpRequest, name: string, options?: MessageOptions): Promise<Answer> =>
    send(request, `${parts.signInPrefix ?? ''}${name}`, options);
  const signIn = createSignIn({ target, reveal, run, send: sendPage });
  const signing = createSigning({ reveal, now: parts.now, otherKey: (url) => nextKey(2048, url) });
  const passwordFor = (authPolicy: string): UsernameToken | undefined =>
    authPolicy === 'OnPremise' && target.password !== undefined
      ? { kind: 'username-token', username: target.email, password: target.password }
      : undefined;
  const entra =
    target.entra &&
    parts.issuer &&
    createDeviceEntra({
      target: { email: target.email, entra: target.entra },
      issuer: parts.issuer,
      identity,
      reveal,
      accepts: (url) => isUsableUrl(url, target.url),
      send: (request, name, label) => send(request, name, label),
    });
  const credentialFor = async (services: Services): Promise<Credential | undefined> =>
    target.auth === 'entra' ? await entra?.credential() : await credentialOf(services);
  const credentialOf = async (services: Services): Promise<Credential | undefined> => {
    if (services.authPolicy === 'Federated') return await signIn.credential(services);
    if (services.authPolicy === 'Certificate')
      return target.certificate && { kind: 'certificate', ...target.certificate };
    return passwordFor(services.authPolicy);
  };

  return {
    identity,
    ...(entra ? { entra } : {}),
    passwordFor,
    credentialFor,
    signIn: async (services) => {
      if (services.authPolicy === 'Federated' && target.auth !== 'entra') await signIn.open(services);
    },
    visitSignIn: (services, { name, ...visit }) =>
      visitSignIn({ target, reveal, run, send: (request, step) => sendPage(request, step, visit) }, services, {
        name,
        ...visit,
      }),

    probe: () =>
      followProbe(
        target.url,
        (url) => probeRequest(url, profile),
        (request, redirect) => send(request, redirect === 0 ? 'probe' : `probe-redirect-${redirect}`),
      ),

    async discover({ url }, step = {}) {
      const auth = onlyMethodOf(target);
      const only = auth && policyNames[auth];
      const client = step.profile ?? profile;
      const message = discoverMessage({
        requestVersion: client.requestVersion,
        deviceType: client.deviceType,
        applicationVersion: client.applicationVersion,
        osEdition: client.osEdition,
        authPolicies: only ? [only] : client.authPolicies,
        messageId: client.messageIds.discover,
        osVersion: client.discoverNamesSystem ? client.osVersion : undefined,
        legacy: client.discoverIsLegacy,
        ...step,
        email: step.email?.(target.email) ?? target.email,
        to: client.namesDefaultPort ? withPort(url) : url,
      });
      const variant = only && { variant: `offers ${only} only` };
      const services = readServices(await sendMessage(url, message, 'discover', { ...variant, ...step }));
      if (!services) return undefined;
      const { enrollmentUrl, policyUrl = enrollmentUrl } = services;
      return [enrollmentUrl, policyUrl].every((named) => isUsableUrl(named, target.url)) ? services : undefined;
    },

    async getPolicies(services, step = {}) {
      const { policyUrl } = services;
      if (policyUrl === undefined) return defaultKeyPolicy;
      const credential = step.credential ?? (await credentialFor(services));
      if (!credential) return undefined;
      const messageId = step.messageId ?? (step.profile ?? profile).messageIds.getPolicies;
      const { authentication, sign } = await signing(credential, policyUrl, step.signing);
      const message = getPoliciesMessage({ to: policyUrl, messageId, authentication });
      const given = readKeyPolicy(await sendMessage(policyUrl, message, 'get-policies', step, { sign }));
      return given ?? (isPlain(step) && forms().keyPolicy === 'default' ? defaultKeyPolicy : undefined);
    },

    async issue(services, { minimalKeyLength, attestation }, step = {}) {
      const { enrollmentUrl, enrollmentVersion } = services;
      const credential = step.credential ?? (await credentialFor(services));
      const bits = step.keyBits ?? keyLengths.find((length) => length >= minimalKeyLength);
      if (!credential || bits === undefined) return undefined;
      const client = step.profile ?? profile;
      const own = contextItemsOf(identity, client, { enrollmentVersion, attestation });
      const key = await keyFor(bits, enrollmentUrl, step);
      const { authentication, sign } = await signing(credential, enrollmentUrl, step.signing);
      const message = requestSecurityTokenMessage({
        to: enrollmentUrl,
        messageId: step.messageId ?? client.messageIds.requestSecurityToken,
        authentication,
        requestType: 'Issue',
        token: pkcs10Token(certificateRequestOf(key, identity, step.csr ?? forms().certificateRequest, forms())),
        contextItems: step.contextItems?.(own) ?? own,
      });
      await step.start?.();
      const issued = readIssued(await sendMessage(enrollmentUrl, message, 'issue', step, { sign }));
      return issued && { ...issued, held: () => certificateFor(key, issued.document) };
    },

    imitate: async (held, url) => imitate(held, await nextKey(2048, url)),
    accepts: (url) => isUsableUrl(url, target.url),
    renew: createRenewal({
      identity,
      profile,
      user: target,
      reveal,
      now: parts.now,
      forms,
      nextKey,
      send: (url, message, step, shown) =>
        sendMessage(url, message, 'renew', step, { connection: { clientCertificate: asClientCertificate(shown) } }),
    }),

    request: (method, url, options) =>
      send(bareRequest(method, url, options.profile ?? profile), method.toLowerCase(), options),
  };
}

/** A device with a certificate and nothing else comes from a provisioning package, and offers no other method (Learn: bulk enrollment). */
function onlyMethodOf(target: Target): AuthMethod | undefined {
  const [way, ...others] = waysOf(target);
  return target.auth ?? (way === 'certificate' && others.length === 0 ? way : undefined);
}

/** Whether a message is the usual one: neither wrong, nor a variant, nor a control that has to show whether it succeeds. */
function isPlain({ control, variant, family, deviations = [], credential }: AuthenticatedStep): boolean {
  return ![control, variant, family, credential].some((given) => given !== undefined) && deviations.length === 0;
}
