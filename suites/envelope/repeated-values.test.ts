import { testCheck } from '../../harness/testing/check-tester.ts';
import { repeatedValues } from './repeated-values.ts';
import { repeatedValues as repeatedValuesScenario } from './scenarios/repeated-values.ts';

const escaped = 'mde-value-2 Zoë-東京 &#39;&quot;&amp;&lt;mde-intruder/&gt;]]&gt;';

testCheck(repeatedValues, {
  scenarios: [repeatedValuesScenario],
  fails: [
    'The answer has a parm named mde-intruder, which the request wrote into a DeviceName',
    /^The answer cannot be read where it repeats a HWDevID: /,
    /^The answer cannot be read where it repeats a user name: /,
    'The answer has the element mde-intruder, which the request wrote into a user name',
    /^The answer cannot be read where it repeats a EmailAddress: /,
  ],
  passes: {
    'a fault that repeats the name with its markup escaped': {
      on: 'get-policies fault',
      asked: 'mde-value-2',
      replace: '</s:Text>',
      by: `${escaped}</s:Text>`,
    },
    'a fault that repeats the name in a CDATA section': {
      on: 'get-policies fault',
      asked: 'mde-value-2',
      replace: '</s:Text>',
      by: '<![CDATA[mde-value-2 Zoë <mde-intruder/>]]></s:Text>',
    },
    'a server that refuses such names': {
      on: 'issue',
      asked: 'mde-value-',
      answer: { as: 'fault', subcode: 'MessageFormat' },
    },
    'a gateway that refuses them with a page': { on: 'issue', asked: 'mde-value-', answer: { as: 'html' } },
  },
});
