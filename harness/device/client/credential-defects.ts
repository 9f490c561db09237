import type { AuthenticatedStep } from './steps.ts';
import type { Surroundings, Variation } from '../run/family.ts';
import type { ScenarioContext } from '../run/scenario.ts';
import { foreignToken } from './made-up-tokens.ts';
import { tokenRows } from './token-defects.ts';

const security = '/s:Envelope/s:Header/wsse:Security';
const usernameToken = `${security}/wsse:UsernameToken`;
const secext = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
const utility = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd';
const userToken = 'http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentUserToken';

/** A Timestamp that was valid for five minutes in 2020. */
const expired =
  `<u:Timestamp xmlns:u="${utility}"><u:Created>2020-01-01T00:00:00.000Z</u:Created>` +
  '<u:Expires>2020-01-01T00:05:00.000Z</u:Expires></u:Timestamp>';

const userTokenElement = (text: string): string =>
  `<wsse:BinarySecurityToken xmlns:wsse="${secext}" ValueType="${userToken}" EncodingType="${secext}#base64binary">` +
  `${text}</wsse:BinarySecurityToken>`;

/** Ways to spoil the Security header of a request, whatever credential stands `at` this path. */
const commonDefects = (at: string): readonly Variation<AuthenticatedStep>[] => [
  {
    variant: 'no Security header',
    deviations: ['security-missing'],
    edits: [{ xml: { op: 'remove', at: security } }],
  },
  {
    variant: 'a Security header without a credential',
    deviations: ['security-missing'],
    edits: [{ xml: { op: 'remove', at } }],
  },
];

const expiredTimestamp: Variation<AuthenticatedStep> = {
  variant: 'an expired Timestamp',
  deviations: ['timestamp-expired'],
  edits: [{ xml: { op: 'append', at: security, xml: expired } }],
};

/** The same for a user name and a password. */
const passwordDefects = (context: ScenarioContext): readonly Variation<AuthenticatedStep>[] => [
  ...commonDefects(usernameToken),
  {
    variant: 'two Security headers',
    deviations: ['security-duplicate'],
    edits: [
      { xml: { op: 'duplicate', at: security } },
      { xml: { op: 'set', at: `${security}[2]/wsse:UsernameToken/@u:Id`, to: 'uuid-second' } },
    ],
  },
  {
    variant: 'a user name without a password',
    deviations: ['security-undecodable'],
    edits: [{ xml: { op: 'remove', at: `${usernameToken}/wsse:Password` } }],
  },
  expiredTimestamp,
  {
    variant: 'a user token in place of a password',
    deviations: ['credential-type'],
    edits: [
      { xml: { op: 'remove', at: usernameToken } },
      { xml: { op: 'append', at: security, xml: userTokenElement(context.reveal(foreignToken)) } },
    ],
  },
];

/** A user that no server has; the mail domain is that of the real user. */
const unknownUser = 'mde-conformance-nobody';

/** The same for a user token. The password in its place is that of nobody, so that no account counts a failure. */
const tokenDefects = async (surroundings: Surroundings): Promise<readonly Variation<AuthenticatedStep>[]> => [
  ...commonDefects(`${security}/wsse:BinarySecurityToken`),
  {
    variant: 'two Security headers',
    deviations: ['security-duplicate'],
    edits: [{ xml: { op: 'duplicate', at: security } }],
  },
  expiredTimestamp,
  {
    variant: 'a password in place of a user token',
    deviations: ['credential-type'],
    credential: {
      kind: 'username-token',
      username: `${unknownUser}@contoso.example`,
      password: surroundings.context.wrongPassword(),
    },
  },
  ...(await tokenRows(surroundings)),
];

/** The same for a certificate; what is wrong with its signature has scenarios of its own. */
const certificateDefects = (context: ScenarioContext): readonly Variation<AuthenticatedStep>[] => [
  ...commonDefects(`${security}/wsse:BinarySecurityToken`),
  {
    variant: 'two Security headers',
    deviations: ['security-duplicate'],
    signing: { afterwards: 'twice' },
  },
  {
    variant: 'a password in place of a certificate',
    deviations: ['credential-type'],
    credential: {
      kind: 'username-token',
      username: `${unknownUser}@contoso.example`,
      password: context.wrongPassword(),
    },
  },
];

/**
 * Requests for either service with one defect in the credential. The unknown user has the password of the real user, so
 * a server that checks only the password accepts him.
 */
export async function credentialDefects(surroundings: Surroundings): Promise<readonly Variation<AuthenticatedStep>[]> {
  const { context, device, services } = surroundings;
  if (services.authPolicy === 'Federated') return await tokenDefects(surroundings);
  if (services.authPolicy === 'Certificate') return certificateDefects(context);
  const right = device.passwordFor(services.authPolicy);
  if (!right) return [];
  const credential = { ...right, username: right.username.replace(/^[^@]*/, unknownUser) };
  return [...passwordDefects(context), { variant: 'an unknown user', deviations: ['unknown-user'], credential }];
}
