import { endFormOf, tokenInput as wresult } from '../../harness/protocol/html/end-form.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';

/** Whoever has seen a token that never changes enrolls by it for ever. A recording shows one page twice where its reader went back. */
export const tokenUniqueness = defineCheck({
  id: 'authentication/token-uniqueness',
  title: 'Each sign-in gives a token of its own',
  level: 'SHOULD',
  basis: 'security',
  requirements: ['AUTH-23'],
  since: '0.1.0',
  impact: { kind: 'security', says: 'a token that was seen once enrolls devices for as long as the server gives it' },
  remedy: 'Make a new token for each sign-in, with an end of its own.',
  needs: { across: 'authenticate', atLeast: 1 },
  applies: {
    when: 'a run signs in more than once',
    test: (pages) => writtenIn(pages).length > 1,
  },

  *judge(pages) {
    const seen = new Map<string, Evidence>();
    for (const { page, written } of writtenIn(pages)) {
      const earlier = seen.get(written)?.exchange.index;
      if (earlier === undefined) seen.set(written, page);
      else yield { message: `The token is that of the sign-in before, in exchange ${earlier}`, at: page.at('body') };
    }
  },

  counterexamples: [{ name: 'one token for each user, for ever', ...behaves({ tokenIsStatic: true }) }],
});

/** What redaction wrote in place of the token of each sign-in of a run: equal ones alike. */
function writtenIn(pages: readonly Evidence[]): readonly { readonly page: Evidence; readonly written: string }[] {
  return pages.flatMap((page) => {
    if (page.exchange.label === undefined) return [];
    const written =
      endFormOf(page.page)
        ?.fields.find(({ name }) => name === wresult)
        ?.value.trim() ?? '';
    return written === '' ? [] : [{ page, written }];
  });
}
