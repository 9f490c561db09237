import { usualForms } from '../../engine/evidence/accepted-forms.ts';
import type { KeyPair } from '../../protocol/pki/build/keys.ts';
import type { Answer, Connection, Header, HttpRequest } from '../../wire/exchange/exchange.ts';
import type { XmlObject } from '../../protocol/xml/write.ts';
import { defaultKeyPolicy, readIssued, readKeyPolicy, readServices } from './answers.ts';
import type { Services } from './answers.ts';
import { certificateRequestOf } from './certificate-request-of.ts';
import { asClientCertificate, certificateFor } from './held-certificate.ts';
import type { Device } from './device-operations.ts';
import type { DeviceParts } from './device-parts.ts';
import { contextItemsOf } from './context-items.ts';
import { createKeyChoice } from './key-choice.ts';
import { imitate } from './imitation.ts';
import type { Credential, UsernameToken } from './messages/credential.ts';
import { discoverMessage } from './messages/discover.ts';
import { getPoliciesMessage } from './messages/get-policies.ts';
import { pkcs10Token, requestSecurityTokenMessage } from './messages/request-security-token.ts';
import { writeStyled } from './message-style.ts';
import { followProbe } from './probe.ts';
import { onlyPolicyOf } from './only-policy.ts';
import { preparedCredential } from './prepared-credential.ts';
import { createRenewal } from './renewal.ts';
import { createManage } from './manage.ts';
import { createSigning, signedLast } from './signing.ts';
import type { Sign } from './signing.ts';
import { bareRequest, messageRequest, probeRequest } from './request.ts';
import type { AuthenticatedStep, IssueStep, MessageOptions } from './steps.ts';
import { isUsableUrl } from '../target/usable-url.ts';
import { withPort } from '../target/with-port.ts';
import { deviceEntraOf } from '../entra/device-entra.ts';
import type { PreparedUser } from '../sign-in/prepared-user.ts';
import { createOwnSignIns } from '../sign-in/own-sign-ins.ts';
import { visitSignIn } from '../sign-in/visit.ts';
import { createRunSignIn } from '../sign-in/run-sign-in.ts';

export type { Device } from './device-operations.ts';
export type { DeviceParts } from './device-parts.ts';

const keyLengths: readonly number[] = [2048, 3072, 4096];

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
  /** Windows sends the token of its user where the device is joined to Microsoft Entra (MS-MDM 2.1, note 3). */
  const bearerOf = async (): Promise<readonly Header[]> => {
    const isJoined = (parts.way ?? target.auth) === 'entra';
    const token = isJoined ? (await device.entra?.credential())?.token : undefined;
    return token ? [['Authorization', `Bearer ${reveal(token)}`]] : [];
  };
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
  const signIn = createOwnSignIns({ target, reveal, run, send: sendPage, signal: parts.signal });
  const signing = createSigning({ reveal, now: parts.now, otherKey: (url) => nextKey(2048, url) });
  const passwordFor = (authPolicy: string): UsernameToken | undefined =>
    authPolicy === 'OnPremise' && target.password !== undefined
      ? { kind: 'username-token', username: target.email, password: target.password }
      : undefined;
  const accepts = (url: string): boolean => isUsableUrl(url, target.url);
  const entra = deviceEntraOf({ target, issuer: parts.issuer, identity, reveal, accepts, send });
  const credentialFor = async (services: Services, user?: PreparedUser): Promise<Credential | undefined> => {
    if (user === undefined) {
      return target.auth === 'entra' ? await entra?.credential() : await credentialOf(services);
    }
    const deviations = [`state-${user.state}`];
    return await preparedCredential(services, user, {
      target,
      reveal,
      send: (request, name) => sendPage(request, `${user.state}-${name}`, { deviations }),
      signal: parts.signal,
    });
  };
  const credentialOf = async (services: Services): Promise<Credential | undefined> => {
    if (services.authPolicy === 'Federated') return await signIn.credential(services);
    if (services.authPolicy === 'Certificate')
      return target.certificate && { kind: 'certificate', ...target.certificate };
    return passwordFor(services.authPolicy);
  };

  const isSignedInFor = ({ authPolicy }: Services): boolean => authPolicy === 'Federated' && target.auth !== 'entra';
  const credentialForIssue = async (services: Services, { ownSignIn }: IssueStep): Promise<Credential | undefined> =>
    ownSignIn === true && isSignedInFor(services) ? await signIn.another(services) : await credentialFor(services);

  const device: Device = {
    identity,
    ...(entra ? { entra } : {}),
    passwordFor,
    credentialFor,
    signIn: async (services) => {
      if (isSignedInFor(services)) await signIn.open(services);
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
      const only = onlyPolicyOf(target);
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
      const credential = step.credential ?? (await credentialForIssue(services, step));
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
      signIn.noteIssue();
      const issued = readIssued(await sendMessage(enrollmentUrl, message, 'issue', step, { sign }));
      return issued && { ...issued, held: () => certificateFor(key, issued.document) };
    },

    async reuseToken(services, policy) {
      if (!isSignedInFor(services) || run.spendsTokens()) return;
      const step = { name: 'issue-again', deviations: ['token-reused'] };
      if (!(await device.issue(services, policy, step))) run.noteSpent();
    },

    manage: createManage({ identity, profile, accepts, reveal, bearer: bearerOf, now: parts.now, send }),
    imitate: async (held, url) => imitate(held, await nextKey(2048, url)),
    accepts,
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
  return device;
}

/** Whether a message is the usual one: neither wrong, nor a variant, nor a control that has to show whether it succeeds. */
function isPlain({ control, variant, family, deviations = [], credential }: AuthenticatedStep): boolean {
  return ![control, variant, family, credential].some((given) => given !== undefined) && deviations.length === 0;
}
