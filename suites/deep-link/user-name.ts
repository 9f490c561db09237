import { defineCheck } from '../../harness/engine/rule/check.ts';
import { replace } from '../../harness/engine/rule/departures.ts';
import { holds, seenIn } from './shared/links-of.ts';

/**
 * A raw `@` and a raw `+` say the same as their escapes by RFC 3986. A raw `#`, which the names of guests hold, ends the query, so that the
 * name ends there.
 */
export const userName = defineCheck({
  id: 'deep-link/user-name',
  title: 'The username of each enrollment link is an e-mail address or a user principal name, percent-encoded',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['LNK-03'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'which user the enrollment app takes from the link' },
  remedy: 'Write a name such as user@contoso.com into username, percent-encoded (user%40contoso.com), or leave it out.',
  needs: { each: 'deep-link-page' },
  applies: { when: 'a link names a user', test: (evidence) => holds(evidence, 'username') },

  *judge(evidence) {
    yield* seenIn(evidence, { kinds: ['wrong-username', 'empty-value', 'wrong-escape'], of: ['username'] });
  },

  counterexamples: [
    { name: 'a name without a domain', ...replace('deep-link-page', 'user%40contoso.example', 'user') },
    { name: 'an empty name', ...replace('deep-link-page', 'user%40contoso.example', '') },
    { name: 'a broken escape', ...replace('deep-link-page', 'user%40', 'user%@') },
    {
      name: 'the name of a guest with a raw number sign',
      ...replace('deep-link-page', 'user%40contoso', 'user#EXT#%40contoso'),
    },
  ],
});
