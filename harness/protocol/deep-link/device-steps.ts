import { learn, mattrax, mde2 } from './evidence.ts';
import { linkModes, type LinkMode } from './parameters.ts';
import { linkValue, type DeepLink } from './read-deep-link.ts';
import { shownValue } from './shown-value.ts';
import { isPrincipalName, isServerUrl } from './value-forms.ts';

/** One thing that a device does with a link. */
export interface DeviceStep {
  /** One sentence, without its full stop. */
  readonly says: string;
  /** The document that says it, or a server that relies on it; absent where no source says it, and `says` tells so. */
  readonly source?: string;
}

/** What a device does with a link that somebody clicks, in its order. */
export function deviceSteps(link: DeepLink): readonly DeviceStep[] {
  const { mode } = link;
  if (mode === undefined) return [{ says: 'It is not known what a device does with a link without a right mode' }];
  return [
    {
      says: `Windows 10 ${linkModes[mode].since} or later starts its enrollment app, if Edge or Internet Explorer opens the link`,
      source: learn,
    },
    ...(mode === 'mdm' ? enrollment(link) : otherMode(mode, link)),
  ];
}

function enrollment(link: DeepLink): readonly DeviceStep[] {
  return [...userSteps(link), serverStep(link), signIn, ...customSteps(link)];
}

const signIn: DeviceStep = {
  says: 'The answer to Discover decides how the user signs in: OnPremise asks for a password, Federated opens a window',
  source: learn,
};

function userSteps(link: DeepLink): readonly DeviceStep[] {
  const user = linkValue(link, 'username');
  if (user === undefined) return [{ says: 'The user types an e-mail address', source: learn }];
  return [{ says: `The user is "${shownValue(user)}"; whether the app asks once more is not known`, source: learn }];
}

function serverStep(link: DeepLink): DeviceStep {
  const server = linkValue(link, 'servername');
  if (server !== undefined) {
    if (!isServerUrl(server)) return { says: 'It is not known where a device enrolls with this servername' };
    const { pathname } = new URL(server);
    return pathname === '/'
      ? {
          says: `The device enrolls at ${shownValue(server)}; which path it asks there is not known, most likely /EnrollmentServer/Discovery.svc`,
          source: learn,
        }
      : { says: `The device enrolls at ${shownValue(server)}`, source: learn };
  }
  const user = linkValue(link, 'username');
  const domain = user !== undefined && isPrincipalName(user) ? user.slice(user.indexOf('@') + 1) : '<domain>';
  return {
    says: `The device asks https://EnterpriseEnrollment.${shownValue(domain)}/EnrollmentServer/Discovery.svc, from the domain of the e-mail address`,
    source: mde2,
  };
}

/** The device gives these to the server and does not read them. */
function customSteps({ parameters }: DeepLink): readonly DeviceStep[] {
  const named = parameters
    .filter(({ parameter }) => parameter.readBy === 'server')
    .map(({ parameter }) => parameter.name);
  const others = [...new Set(named)].filter((name) => name !== 'accesstoken');
  return [
    ...(named.includes('accesstoken')
      ? [
          {
            says: 'Where the server answers Federated, accesstoken goes to AuthenticationServiceUrl in the query, beside appru and login_hint; where it goes otherwise is not known',
            source: mattrax,
          },
        ]
      : []),
    ...(others.length > 0
      ? [{ says: `How ${others.join(', ')} ${others.length > 1 ? 'reach' : 'reaches'} the server is not known` }]
      : []),
  ];
}

function otherMode(mode: Exclude<LinkMode, 'mdm'>, { parameters }: DeepLink): readonly DeviceStep[] {
  return [
    { says: `The app ${linkModes[mode].starts}; it does not enroll at a server that a link names`, source: learn },
    ...(parameters.length > 1 ? [{ says: 'What it does with the other parameters in this mode is not known' }] : []),
  ];
}
