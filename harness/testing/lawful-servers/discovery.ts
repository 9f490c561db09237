import { attribute, remove, replace, set, swap } from '../../engine/rule/departures.ts';
import type { Answering, Departure } from '../../engine/rule/counterexample.ts';
import { namespaces } from '../../protocol/xml/namespaces.ts';
import { varyBody } from '../varied-run.ts';
import type { Route } from '../varied-run.ts';
import type { LawfulServer } from './lawful-server.ts';

const nil = (at: string, on: Answering): readonly Departure[] => [
  set(on, at, ''),
  attribute(on, at, `{${namespaces.xsi}}nil`, '1'),
];
/** Where services share an address, the message says which of them is meant. */
const byQuestion =
  (shared: string): Route =>
  ({ url, body }) => {
    if (!url.endsWith(shared)) return url;
    const [, asked = shared] =
      /<(?:\w+:)?(GetPolicies|RequestSecurityToken)[ >]/.exec(Buffer.from(body).toString()) ?? [];
    return url.replace(shared, { GetPolicies: 'Policy.svc', [discoveryService]: shared }[asked] ?? 'Enrollment.svc');
  };
const discoveryService = 'Discovery.svc';
const bothServices = 'DEVICEENROLLMENTWEBSERVICE.SVC';
const oneFault = { 'faults/trace-id-uniqueness': 'there is one fault only' };

/** Servers with other Discover answers. */
export const discoveryServers: readonly LawfulServer[] = [
  ...[0, 1, 2, 3].map((index): LawfulServer => ({
    name: `has the field ${index + 1} of DiscoverResult behind the next`,
    departures: [swap('discover', `//d:DiscoverResult/*[${index + 1}]`)],
  })),
  { name: 'has no EnrollmentVersion', departures: [remove('discover', '//d:EnrollmentVersion')] },
  { name: 'has a nil EnrollmentVersion', departures: nil('//d:EnrollmentVersion', 'discover') },
  { name: 'speaks version 3 with everybody', departures: [set('discover', '//d:EnrollmentVersion', '3.0')] },
  {
    name: 'writes the version without fraction, padded and signed',
    departures: [set('discover', '//d:EnrollmentVersion', '\n +04.00 ')],
  },
  { name: 'has no AuthenticationServiceUrl', departures: [remove('discover', '//d:AuthenticationServiceUrl')] },
  { name: 'writes nil as 1', departures: [set('discover', '//d:AuthenticationServiceUrl/@xsi:nil', '1')] },
  {
    name: 'writes nil with white space',
    departures: [set('discover', '//d:AuthenticationServiceUrl/@xsi:nil', ' true ')],
  },
  {
    name: 'has no policy service',
    departures: [remove('discover', '//d:EnrollmentPolicyServiceUrl')],
    unjudged: oneFault,
  },
  {
    name: 'has a nil policy service',
    departures: nil('//d:EnrollmentPolicyServiceUrl', 'discover'),
    unjudged: oneFault,
  },
  {
    name: 'pads its addresses',
    vary: varyBody((body) =>
      Buffer.from(
        Buffer.from(body)
          .toString()
          .replaceAll(/(<Enrollment(?:Policy)?ServiceUrl>)([^<]*)/g, '$1\r\n\t$2 \n'),
      ),
    ),
  },
  {
    name: 'writes its host in upper case',
    departures: [
      replace(
        'discover',
        'https://enterpriseenrollment.contoso.example/EnrollmentServer/Policy',
        'HTTPS://EnterpriseEnrollment.Contoso.Example:443/ENROLLMENTSERVER/Policy',
      ),
    ],
  },
  {
    name: 'has addresses with query strings',
    departures: [
      set(
        'discover',
        '//d:EnrollmentServiceUrl',
        'https://enterpriseenrollment.contoso.example/EnrollmentServer/Enrollment.svc?tenant=a%20b&x=1',
      ),
    ],
  },
  {
    name: 'has one address for both services, on another host',
    departures: ['EnrollmentPolicyServiceUrl', 'EnrollmentServiceUrl'].map((name) =>
      set('discover', `//d:${name}`, `https://mdm.contoso.example/EnrollmentServer/${bothServices}`),
    ),
    route: byQuestion(bothServices),
  },
  {
    name: 'has one address for everything',
    departures: ['EnrollmentPolicyServiceUrl', 'EnrollmentServiceUrl'].map((name) =>
      set('discover', `//d:${name}`, 'https://enterpriseenrollment.contoso.example/EnrollmentServer/Discovery.svc'),
    ),
    route: byQuestion(discoveryService),
  },
  {
    name: 'has an empty AuthenticationServiceUrl',
    departures: [remove('discover', '//d:AuthenticationServiceUrl/@xsi:nil')],
    advice: { 'discovery/unused-authentication-service': 'it is neither absent nor nil (DISC-07)' },
  },
  {
    name: 'has an AuthenticationServiceUrl though nobody is to sign in',
    departures: [
      set('discover', '//d:AuthenticationServiceUrl', 'https://sts.contoso.example/'),
      remove('discover', '//d:AuthenticationServiceUrl/@xsi:nil'),
    ],
    advice: { 'discovery/unused-authentication-service': 'it is neither absent nor nil (DISC-07)' },
  },
];
