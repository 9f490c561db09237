import { discoverFamily } from '../../../harness/device/run/family.ts';

/** Names under which a user of the target's domain may sign in; the domain alone decides where Discover leads. */
export const discoverUsers = discoverFamily({
  id: 'discover-users',
  title: 'Discover is sent with other forms of the e-mail address',
  variations: [
    {
      family: 'down-level-names',
      variant: 'the name as domain\\user',
      email: (own) => own.replace(/^(.*)@(.*)$/, '$2\\$1'),
      deviations: ['schema'],
      tolerated: true,
    },
    { family: 'email-addresses', variant: 'a plus sign', email: local((name) => `${name}+device`) },
    { family: 'email-addresses', variant: 'an apostrophe', email: local((name) => `o'${name}`) },
    { family: 'email-addresses', variant: 'quotation marks', email: local((name) => `"${name} device"`) },
    { family: 'email-addresses', variant: 'a character outside ASCII', email: local((name) => `${name}-jürgen`) },
    { family: 'email-addresses', variant: 'a sub-domain', email: (own) => own.replace('@', '@devices.') },
  ],
});

function local(change: (name: string) => string): (own: string) => string {
  return (own) => own.replace(/^[^@]*/, change);
}
