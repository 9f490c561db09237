import type { Certificate } from '../read/certificate.ts';

/** How much a validation may do, so that no set of certificates makes it endless. */
export const limits = {
  /** Intermediates in one path, self-issued ones included. */
  intermediates: 20,
  /** Certificates that a search puts onto a path, dead ends included; each validation searches at most twice. */
  steps: 1000,
  /** Signatures that are checked. */
  signatures: 500,
  /** Names that are compared with subtrees. */
  comparisons: 100_000,
} as const;

/** What a validation did. */
export interface Effort {
  readonly steps: number;
  readonly signatures: number;
  readonly comparisons: number;
}

/** Counts what is done and refuses what goes beyond the limits. */
export interface Work {
  /** Whether one more certificate may be put onto a path. */
  step(): boolean;
  /** Whether the key of `issuer` signed `child`, each pair of certificate and key checked once; false beyond the limit. */
  isSigned(child: Certificate, issuer: Certificate): boolean;
  compare(count: number): boolean;
  /** Steps count anew from here. */
  begin(): void;
  effort(): Effort;
  /** What was refused, if anything. */
  exceeded(): keyof Effort | undefined;
}

/** Nothing done yet. */
export function createWork(): Work {
  const done = { steps: 0, signatures: 0, comparisons: 0 };
  let before = 0;
  let exceeded: keyof Effort | undefined;
  const spend = (what: keyof Effort, count: number, limit: number): boolean => {
    if (done[what] + count > limit) {
      exceeded ??= what;
      return false;
    }
    done[what] += count;
    return true;
  };
  const known = new Map<Certificate, Map<string, boolean>>();
  return {
    step: () => spend('steps', 1, before + limits.steps),
    compare: (count) => spend('comparisons', count, limits.comparisons),
    isSigned: (child, issuer) => {
      const key = Buffer.from(issuer.publicKey.spki).toString('latin1');
      const ofChild = known.get(child) ?? new Map<string, boolean>();
      known.set(child, ofChild);
      const is = ofChild.get(key) ?? (spend('signatures', 1, limits.signatures) && child.signedBy(issuer));
      ofChild.set(key, is);
      return is;
    },
    begin: () => (before = done.steps),
    effort: () => ({ ...done }),
    exceeded: () => exceeded,
  };
}
