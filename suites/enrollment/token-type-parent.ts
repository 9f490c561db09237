import { defineCheck } from '../../harness/engine/rule/check.ts';
import { append, remove } from '../../harness/engine/rule/departures.ts';
import { responsesIn } from './shared/responses.ts';

/** MS-MDE, the protocol of Windows 8.1, had it one level deeper, and servers copied that. */
export const tokenTypeParent = defineCheck({
  id: 'enrollment/token-type-parent',
  title: 'TokenType is a child of RequestSecurityTokenResponse',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['ENR-09'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a device reads the place of MS-MDE; the samples of MS-MDE2 show only its own',
  },
  remedy: 'Move TokenType out of RequestedSecurityToken, beside it.',
  needs: { each: ['issue', 'renew'] },
  applies: {
    when: 'the response has a TokenType',
    test: ({ payload }) => responsesIn(payload).some((response) => response.find('.//wst:TokenType') !== undefined),
  },

  *judge({ payload }) {
    for (const response of responsesIn(payload)) {
      for (const type of response.all('.//wst:TokenType[not(parent::wst:RequestSecurityTokenResponse)]')) {
        yield {
          message: `TokenType is a child of ${type.parent?.name ?? ''}`,
          at: type,
          expected: 'RequestSecurityTokenResponse',
          actual: type.parent?.name ?? '',
        };
      }
    }
  },

  counterexamples: [
    {
      name: 'the place of MS-MDE',
      ...remove('issue', '//wst:TokenType'),
      and: [
        append(
          'issue',
          '//wst:RequestedSecurityToken',
          '<wst:TokenType>http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentToken</wst:TokenType>',
        ),
      ],
    },
  ],
});
