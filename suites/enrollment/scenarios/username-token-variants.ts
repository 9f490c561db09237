import type { IssueStep } from '../../../harness/device/client/steps.ts';
import { issueFamily } from '../../../harness/device/run/family.ts';
import type { Variation } from '../../../harness/device/run/family.ts';

const variations: readonly Variation<IssueStep>[] = [
  {
    variant: 'Type of Password without a prefix',
    family: 'password-attributes',
    edits: [{ replace: '<wsse:Password wsse:Type=', by: '<wsse:Password Type=' }],
  },
  {
    variant: 'another Id of the UsernameToken',
    family: 'username-token-id',
    edits: [
      { xml: { op: 'set', at: '//wsse:UsernameToken/@u:Id', to: 'uuid-5f4e3d2c-1b0a-4998-8776-655443322110-1' } },
    ],
  },
  {
    variant: 'a UsernameToken without Id',
    family: 'username-token-id',
    edits: [{ xml: { op: 'remove', at: '//wsse:UsernameToken/@u:Id' } }],
  },
  {
    variant: 'white space behind the password',
    family: 'password-spacing',
    edits: [{ replace: '</wsse:Password>', by: '\n        </wsse:Password>' }],
  },
];

/** The right user name and password in other spellings of their token. */
export const usernameTokenVariants = issueFamily({
  id: 'username-token-variants',
  title: 'One device enrolls again and again, each time with its user name and password in another spelling',
  variations: ({ services }) => (services.authPolicy === 'OnPremise' ? variations : []),
});
