import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { renewalSettings } from './shared/renewal-settings.ts';

const datatypes: Readonly<Record<string, string>> = {
  ROBOSupport: 'boolean',
  RenewPeriod: 'integer',
  RetryInterval: 'integer',
};

/** Without a datatype a parm is text, and these three are not. */
export const renewalDatatypes = defineCheck({
  id: 'provisioning/renewal-datatypes',
  title: 'ROBOSupport is declared as boolean, RenewPeriod and RetryInterval as integer',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['PROV-20'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the device takes the value, or falls back to its default' },
  remedy: 'Send ROBOSupport with datatype boolean, RenewPeriod and RetryInterval with datatype integer.',
  needs: { each: 'issue' },
  applies: {
    when: 'the document has renewal settings',
    test: ({ provisioning }) => renewalSettings(provisioning) !== undefined,
  },

  *judge({ provisioning }) {
    for (const parm of renewalSettings(provisioning)?.all('parm') ?? []) {
      const name = parm.attribute('name') ?? '';
      const expected = datatypes[name];
      const actual = parm.attribute('datatype');
      if (expected === undefined || actual === expected) continue;
      yield actual === undefined
        ? { message: `${name} has no datatype`, at: parm, expected }
        : { message: `${name} has the datatype "${actual}"`, at: parm, expected, actual };
    }
  },

  counterexamples: [
    { name: 'a boolean without datatype', ...provisioning.remove('//parm[@name="ROBOSupport"]/@datatype') },
    { name: 'an integer as text', ...provisioning.set('//parm[@name="RenewPeriod"]/@datatype', 'string') },
  ],
});
