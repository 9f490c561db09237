import { replace } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { customParameters } from './custom-parameters.ts';

testCheck(customParameters, {
  fails: [
    /^deviceidentifier is "pc-.*", which is no GUID$/,
    'ownership is "company", which is none of 1, 2 and 3',
    '"tenantidentifier" has no value',
  ],
  passes: {
    'a tenant that is a text': replace('deep-link-page', 'tenantidentifier=', 'tenantidentifier=contoso-'),
    'a link without a device': replace('deep-link-page', 'deviceidentifier=', 'other='),
  },
});
