import type { Results, Verdict, WayResult } from '../../harness/engine/verdict/results.ts';

const verdictWords: Readonly<Record<Verdict, string>> = {
  conformant: 'conformant',
  nonconformant: 'not conformant',
  incomplete: 'incomplete',
  unsound: 'unsound',
};

const stateWords: Readonly<Record<WayResult['state'], string>> = {
  judged: 'judged',
  'not-offered': 'not offered',
  'not-driven': 'not driven',
};

/** `conformant`, `not offered`. */
export function wayWord({ state, verdict }: WayResult): string {
  return verdict === undefined ? stateWords[state] : verdictWords[verdict];
}

/** `on-premise: conformant; federated: 2 MUST failed; certificate: not offered`; undefined where no way was judged, and where there is one alone, whose verdict is that of the whole. No answer tells whether a server joins devices to Entra. */
export function waysSentence({ ways }: Results): string | undefined {
  if (!ways.some(({ state }) => state === 'judged')) return undefined;
  const told = ways.filter(({ way, state }) => way !== 'entra' || state === 'judged');
  if (told.length === 1) return undefined;
  return told
    .map((result) => {
      const isOpen = result.verdict === 'nonconformant' || result.verdict === 'incomplete';
      return `${result.way}: ${isOpen ? result.because : wayWord(result)}`;
    })
    .join('; ');
}

/** The ways in on which a check saw something wrong. */
export function waysOf(check: string, { ways }: Results): readonly string[] {
  return ways.filter(({ failed }) => failed.some((one) => one.check === check)).map(({ way }) => way);
}
