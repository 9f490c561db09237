import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCertificate, UnreadableCertificate, type Certificate } from '../read/certificate.ts';
import { mutations, validWishes } from '../testing/arbitrary-chains.ts';
import { verdictOn } from '../testing/chains.ts';
import { damaged, damages } from '../testing/damage.ts';
import { mintAuthority, mintLeaf, mintRoot, now } from '../testing/mint.ts';
import { mintChain } from '../testing/mint-chain.ts';
import { validatePath } from './validate.ts';

/** The same on each run. */
const settings = { seed: 5280, numRuns: 50 };

test('a chain that is built by the rules is accepted, whatever else it holds', () => {
  fc.assert(
    fc.property(validWishes, (ladder) => {
      const { valid, findings, path } = verdictOn(mintChain(ladder));
      expect(findings).toEqual([]);
      expect(valid).toBe(true);
      expect(path).toHaveLength(ladder.length);
    }),
    settings,
  );
});

describe('with one rule broken in one certificate it is refused, and the finding names both', () => {
  test.each(mutations.map((mutation, number) => [`${mutation.rule} (${number})`, mutation] as const))(
    '%s',
    (_, mutation) => {
      fc.assert(
        fc.property(validWishes, fc.nat(), (ladder, place) => {
          const seats = ladder.map((_, index) => index).filter((index) => mutation.applies(ladder, index));
          fc.pre(seats.length > 0);
          const seat = seats[place % seats.length] ?? 0;
          const broken = ladder.map((wish, index) => (index === seat ? mutation.change(wish) : wish));
          const { valid, findings } = verdictOn(mintChain(broken));
          const depth = ladder.length - 1 - seat - (mutation.showsBelow ? 1 : 0);
          const named = findings.map(({ rule, certificate }) => `${rule} at ${certificate.depth}`);
          expect(named).toContain(`${mutation.rule} at ${depth}`);
          expect(valid).toBe(false);
        }),
        { ...settings, numRuns: 5 },
      );
    },
  );
});

test('a damaged certificate is unreadable or refused; as an anchor, it ends in a verdict', () => {
  const root = mintRoot();
  const middle = mintAuthority(root);
  const whole = [mintLeaf(middle), middle, root].map(({ certificate }) => certificate);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 }), damages, (which, all) => {
      const original = whole[which];
      const bytes = damaged(original?.der ?? new Uint8Array(), all);
      fc.pre(Buffer.compare(bytes, original?.der ?? new Uint8Array()) !== 0);
      const read = readOrNothing(bytes);
      if (!read) return;
      const [leaf = read, intermediate = read, anchor = read] = whole.map((each, index) =>
        index === which ? read : each,
      );
      const { valid } = validatePath(leaf, {
        anchors: [anchor],
        intermediates: [intermediate],
        at: now,
        purpose: 'client',
      });
      // What signed an anchor is nobody's concern, so that damage to its signature leaves it what it was.
      if (which < 2) expect(valid).toBe(false);
    }),
    { ...settings, numRuns: 1500 },
  );
});

function readOrNothing(der: Uint8Array): Certificate | undefined {
  try {
    return readCertificate(der);
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableCertificate);
    return undefined;
  }
}

test('what stands where an extension should stand ends in a verdict', () => {
  const oids = ['14', '15', '17', '19', '30', '32', '33', '35', '36', '37', '54'].map((last) => `2.5.29.${last}`);
  const nested = fc.letrec<{ value: Uint8Array }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.uint8Array({ maxLength: 12 }),
      fc
        .tuple(
          fc.constantFrom(0x30, 0x31, 0xa0, 0xa1, 0xa4, 0x80, 0x82, 0x87, 0x02, 0x03, 0x06, 0x01),
          fc.array(tie('value'), { maxLength: 4 }),
        )
        .map(([tag, parts]) => {
          const content = Buffer.concat(parts).subarray(0, 120);
          return Buffer.concat([Buffer.from([tag, content.length]), content]);
        }),
    ),
  }));
  const extension = fc.record({ oid: fc.constantFrom(...oids), critical: fc.boolean(), value: nested.value });
  fc.assert(
    fc.property(fc.array(extension, { maxLength: 4 }), fc.integer({ min: 0, max: 2 }), (extensions, which) => {
      const wishes = [0, 1, 2].map((seat) => (seat === which ? { with: extensions } : {}));
      const { valid, findings } = verdictOn(mintChain(wishes));
      expect(valid).toBe(findings.every(({ level }) => level === 'warning'));
    }),
    { ...settings, numRuns: 200 },
  );
});
