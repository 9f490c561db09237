import type { Results } from '../../harness/engine/verdict/results.ts';
import { isWaivedAsWhole, waivedClause } from '../text/waived.ts';
import { tame } from '../tame.ts';
import type { Renderer } from '../renderer.ts';

/** What shields.io reads from a URL that its endpoint badge names (https://shields.io/badges/endpoint-badge). */
interface Badge {
  readonly schemaVersion: 1;
  readonly label: string;
  readonly message: string;
  readonly color: string;
  /** Shields then ignores a colour that the address of the badge asks for. */
  readonly isError?: true;
}

/** The verdict as a badge of shields.io. Only "conformant" is green. */
export const badge: Renderer = {
  format: 'badge',
  fileName: 'badge.json',
  render: (results) => `${JSON.stringify(badgeOf(tame(results)), null, 2)}\n`,
};

function badgeOf(results: Results): Badge {
  const head = { schemaVersion: 1, label: results.scope.embedded === true ? 'MDE reference server' : 'MDE' } as const;
  const { failedMust, inconclusiveMust } = results.counts;
  const partly = results.scope.limitedTo.length > 0 ? ' in part' : '';
  switch (results.verdict) {
    case 'conformant':
      return { ...head, message: `conformant${partly}`, color: partly === '' ? 'brightgreen' : 'green' };
    case 'nonconformant':
      return {
        ...head,
        message: `${failedMust} MUST failed${waivedClause(results)}`,
        color: isWaivedAsWhole(results) ? 'orange' : 'red',
        isError: true,
      };
    case 'incomplete': {
      const open = inconclusiveMust === 0 ? '' : `, ${inconclusiveMust} MUST not judged`;
      return { ...head, message: `incomplete${open}`, color: 'lightgrey', isError: true };
    }
    case 'unsound':
      return { ...head, message: 'no result', color: 'lightgrey', isError: true };
  }
}
