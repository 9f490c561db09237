import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { addresses } from './shared/addresses.ts';
import { valueOf, valuePlace } from './shared/parms.ts';

/** Discovery speaks SOAP and management SyncML, so one address for both is most often a setting that was filled in wrongly. */
export const managementEndpoint = defineCheck({
  id: 'provisioning/management-endpoint',
  title: 'ADDR is another address than that of discovery',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['PROV-43'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the discovery service takes the management sessions that come to it' },
  remedy: 'Put the URL of the OMA DM endpoint into ADDR.',
  needs: { flow: ['discover', 'issue'] },
  applies: {
    when: 'the document has an ADDR',
    test: ({ issue }) => addresses(issue.provisioning.application).length > 0,
  },

  *judge({ discover, issue }) {
    const discovery = endpointOf(discover.exchange.request.url);
    for (const address of addresses(issue.provisioning.application)) {
      const actual = valueOf(address);
      if (discovery !== undefined && endpointOf(actual) === discovery) {
        const message = `ADDR is "${actual}", where the device sent its Discover`;
        yield { message, at: valuePlace(address), expected: 'the address of the management server', actual };
      }
    }
  },

  counterexamples: [
    {
      name: 'the address of discovery',
      ...provisioning.set(
        '//parm[@name="ADDR"]/@value',
        'https://enterpriseenrollment.contoso.example/EnrollmentServer/Discovery.svc',
      ),
    },
  ],
});

/** Scheme, host and path in the letter case of the path; undefined for what is no URL. */
function endpointOf(address: string): string | undefined {
  const url = URL.canParse(address.trim()) ? new URL(address.trim()) : undefined;
  return url && `${url.origin}${url.pathname.replace(/\/+$/, '').toLowerCase()}`;
}
