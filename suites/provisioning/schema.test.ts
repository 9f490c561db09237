import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { provisioningSchema } from './schema.ts';

testCheck(provisioningSchema, {
  fails: [/'type' is required/, /'name' is required/, /'text'/, /param/],
  passes: {
    'a document without version': provisioning.remove('/wap-provisioningdoc/@version'),
    'parms behind characteristics': provisioning.append(
      '//characteristic[@type="Poll"]/..',
      '<parm name="SyncApplicationVersion" value="3.0"/>',
    ),
    'an empty value': provisioning.set('//parm[@name="NAME"]/@value', ''),
  },
});
