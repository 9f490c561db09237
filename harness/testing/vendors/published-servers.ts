import type { Departure } from '../../engine/rule/counterexample.ts';
import { attribute, provisioning, remove, replace, set } from '../../engine/rule/departures.ts';
import { namespaces } from '../../protocol/xml/namespaces.ts';
import { broad, enrolling } from './plans.ts';
import type { VendorServer } from './vendor-server.ts';

const without = (...names: readonly string[]): readonly Departure[] =>
  names.map((name) => provisioning.remove(`//characteristic[@type="APPLICATION"]/parm[@name="${name}"]`));

/** NOCKO (field-defects.md, section 1, row 20) and go-microsoft-dm (windows-11-25h2.md, sections 1 and 3). */
export const publishedServers: readonly VendorServer[] = [
  {
    name: 'is NOCKO, with another namespace for DiscoverResponse',
    run: {
      scenarios: enrolling,
      departures: [replace('discover', `xmlns="${namespaces.d}"`, `xmlns="${namespaces.wstep}"`)],
    },
    verdict: 'nonconformant',
    fails: ['discovery/answer'],
    advice: [],
    open: ['discovery/result'],
    first: [/DiscoverResponse/, /pki\/2009\/01\/enrollment/],
  },
  {
    name: 'is go-microsoft-dm without nonces',
    run: {
      scenarios: broad,
      departures: [
        {
          ...set('discover', '//d:EnrollmentVersion', '3.0'),
          matching: /RequestVersion>\s*\+?0*[3-9]/.source,
        },
        remove('discover', '//d:AuthenticationServiceUrl'),
        remove('get-policies', '//diag:ActivityId'),
        remove('issue', '//diag:ActivityId'),
        set('get-policies', '//x:policyID', ''),
        set('get-policies', '//x:policyFriendlyName', ''),
        attribute('get-policies', '//x:policyFriendlyName', `{${namespaces.xsi}}nil`, 'true'),
        set('get-policies', '/s:Envelope/s:Body/x:GetPoliciesResponse/x:cAs', ''),
        attribute('get-policies', '/s:Envelope/s:Body/x:GetPoliciesResponse/x:cAs', `{${namespaces.xsi}}nil`, 'true'),
        set('get-policies', '//x:policy/x:cAs', ''),
        attribute('get-policies', '//x:policy/x:cAs', `{${namespaces.xsi}}nil`, 'true'),
        set('get-policies', '//x:policyOIDReference', '0'),
        set('get-policies', '//x:oID[x:group="1"]/x:group', '4'),
        remove('get-policies', '//x:oID[x:group="9"]'),
        ...without(
          'PROTOVER',
          'DEFAULTENCODING',
          'CONNRETRYFREQ',
          'INITIALBACKOFFTIME',
          'MAXBACKOFFTIME',
          'BACKCOMPATRETRYDISABLED',
          'SSLCLIENTCERTSEARCHCRITERIA',
        ),
        // With -nonce=false, Windows 11 25H2 ended with event 17 and 0x80180023 (windows-11-25h2.md, section 3).
        provisioning.remove('//parm[@name="AAUTHDATA"]'),
      ],
    },
    verdict: 'conformant',
    fails: [],
    advice: ['policy/hash-group', 'provisioning/search-criteria-presence', 'provisioning/nonce-presence'],
    open: [],
    first: [/AAUTHDATA/],
  },
];
