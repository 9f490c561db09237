import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { addresses } from './shared/addresses.ts';
import { valueOf, valuePlace } from './shared/parms.ts';

const userInformation = /^(\s*[a-z][a-z0-9+.-]*:\/\/)([^/?#@]*)@/i;

/** RFC 9110 4.2.4: a sender writes no user information into an https URL, and a receiver takes it for an attempt to deceive. */
export const addressUserInformation = defineCheck({
  id: 'provisioning/address-user-information',
  title: 'ADDR has no user information',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['PROV-43'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the device refuses the address, or connects without the user information' },
  remedy: 'Write host and path alone into ADDR; the device proves itself by its certificate.',
  needs: { each: 'issue' },
  applies: {
    when: 'the document has an ADDR',
    test: ({ provisioning: { application } }) => addresses(application).length > 0,
  },

  *judge({ provisioning: { application } }) {
    for (const address of addresses(application)) {
      const actual = valueOf(address);
      // The text is not repeated: it may hold a password.
      if (userInformation.test(actual)) {
        const message = `ADDR has user information before the host: "${actual.replace(userInformation, '$1…@')}"`;
        yield { message, at: valuePlace(address) };
      }
    }
  },

  counterexamples: [
    {
      name: 'a user and a password',
      ...provisioning.set('//parm[@name="ADDR"]/@value', 'https://device:secret@mdm.contoso.example/manage'),
    },
    {
      name: 'a host as user of another host',
      ...provisioning.set('//parm[@name="ADDR"]/@value', 'https://mdm.contoso.example@elsewhere.example/manage'),
    },
  ],
});
