import type { OwnResults } from '../../harness/engine/verdict/own-results.ts';
import type { Results } from '../../harness/engine/verdict/results.ts';
import { countingFailures } from '../waivers/exit-code.ts';
import { isBroken, isOwnAlone } from './own-judgements.ts';

/** What modules bring about that ends a command with this exit code, to complete "exit code 1: …"; undefined where ours alone do. */
export function ownMeaning(results: Results): string | undefined {
  const { exitCode, own = [], verdict } = results;
  const named = (test: (module: OwnResults) => boolean): string | undefined => {
    const found = own.filter(test).map(({ module }) => module.prefix);
    return found.length === 0 ? undefined : found.join(', ');
  };
  if (exitCode === 1) {
    const counting = new Set(countingFailures(results));
    const failed = named(({ judgements }) => judgements.some((one) => counting.has(one)));
    return failed && `a check of ${failed} failed, which is beside the verdict`;
  }
  if (exitCode === 3 && verdict === 'conformant') {
    const open = named(({ counts }) => counts.inconclusiveMust > 0);
    return open && `a MUST of ${open} could not be judged, which is beside the verdict`;
  }
  if (exitCode === 5 && verdict !== 'unsound') {
    const broken = named(isBroken);
    return broken && `the module of ${broken} broke, and its checks prove nothing`;
  }
  return exitCode === 0 && isOwnAlone(results) && results.failOn !== 'none'
    ? 'no own check that was selected failed; nothing of the specifications was judged'
    : undefined;
}
