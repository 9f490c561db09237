import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { addressImpact } from './shared/address-impact.ts';
import { addresses } from './shared/addresses.ts';
import { isHttps } from './shared/is-https.ts';
import { isMamDocument } from './shared/mam-document.ts';
import { valueOf, valuePlace } from './shared/parms.ts';

/** Management carries policies and secrets, so it runs over TLS only. */
export const managementUrl = defineCheck({
  id: 'provisioning/management-url',
  title: 'ADDR is an absolute https URL',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['PROV-12'],
  since: '0.1.0',
  impact: {
    kind: 'security',
    says: 'others can read and change what the server sends to the device over such a connection',
  },
  remedy: 'Put the complete https URL of the OMA DM endpoint into ADDR.',
  needs: { each: 'issue' },
  applies: {
    when: 'the document is no MAM document and has an ADDR',
    test: ({ provisioning }) =>
      !isMamDocument(provisioning) && addresses(provisioning.application).some((parm) => valueOf(parm).trim() !== ''),
  },

  *judge({ provisioning: { application } }) {
    for (const address of addresses(application)) {
      const actual = valueOf(address);
      if (actual.trim() !== '' && !isHttps(actual)) {
        const message = `ADDR is "${actual}"`;
        yield { message, at: valuePlace(address), expected: 'https://…', actual, ...addressImpact(actual) };
      }
    }
  },

  counterexamples: [
    { name: 'plain http', ...provisioning.set('//parm[@name="ADDR"]/@value', 'http://mdm.contoso.example/manage') },
    { name: 'a path alone', ...provisioning.set('//parm[@name="ADDR"]/@value', '/manage') },
  ],
});
