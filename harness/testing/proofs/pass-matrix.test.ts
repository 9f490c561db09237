import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { packageRoot } from '../../package-root.ts';
import { digest } from './digest.ts';
import { generatedPaths } from './generated-paths.ts';
import { generatePasses } from './pass-files.ts';
import type { PassWorkshop } from './pass-matrix.ts';
import { readPassRows } from './pass-row.ts';
import type { PassRow } from './pass-row.ts';
import { createProgress } from './progress.ts';
import { openProofCache } from './proof-cache.ts';
import { judgeLawful, listChecks, listLawfulServers } from './prover.ts';
import type { LawfulTrial } from './prover.ts';

const checks = listChecks();
const servers = listLawfulServers();
const committed = readPassRows(readFileSync(path.join(packageRoot, generatedPaths.passMatrix), 'utf8'));
const labelOf = ({ group, name }: { readonly group: string; readonly name: string }): string => `${group}: ${name}`;

describe('the committed matrix', () => {
  test('has a row for each lawful server, in their order, and says why it is lawful', () => {
    expect(committed.map(({ server, because }) => [server, because])).toEqual(
      servers.map((server) => [labelOf(server), server.because]),
    );
  });

  test('gives a reason for each server', () => {
    expect(servers.filter(({ because }) => because === '')).toEqual([]);
  });

  test('judges each server by every check', () => {
    for (const { server, passed, inapplicable, undriven, advice = {}, unjudged = {} } of committed) {
      const others = Object.keys(advice).length + Object.keys(unjudged).length;
      expect([server, passed + inapplicable + undriven + others]).toEqual([server, checks.length]);
    }
  });

  test('has no advice that is mandatory', () => {
    const mandatory = new Set(checks.filter(({ level }) => level === 'MUST').map(({ id }) => id));
    expect(committed.flatMap(({ advice = {} }) => Object.keys(advice)).filter((id) => mandatory.has(id))).toEqual([]);
  });
});

const unasked =
  'the account of every make is written on the way, so that it asks for no proof; the servers of the group management do';
const onSockets = 'only sockets show it, and a make is driven in process';
const withoutDetail = 'it is about CertificateEnrollmentWSDetail, which is optional, and no make sends it';
const inVersion5 = 'it is about the attestation of version 5.0, which version 6.0 replaces';
/** The checks that pass on no make, each with the reason. */
const onNoMake: Readonly<Record<string, string>> = {
  'transport/host-answer': onSockets,
  'transport/tls-version': onSockets,
  'transport/common-tls-version': onSockets,
  'transport/old-tls-versions': onSockets,
  'transport/tls-certificate': onSockets,
  'transport/tls-intermediates': onSockets,
  'transport/tls-dates': onSockets,
  'transport/tls-name': onSockets,
  'transport/client-certificate': onSockets,
  'transport/kept-connection': onSockets,
  'policy/older-schema-hash': 'it is about policySchema 1 and 2, and every make has 3',
  'policy/attestation-failure-behavior': inVersion5,
  'policy/attestation-timeout': inVersion5,
  'faults/certificate-detail': withoutDetail,
  'faults/invalid-request': withoutDetail,
  'renewal/client-certificate': onSockets,
  'management/proof': unasked,
  'management/challenge': unasked,
  'management/nonce': unasked,
  'management/message-size': 'no server of the table announces MaxMsgSize',
  'management/retry-after': 'no server of the table is throttled',
  'management/wrong-proof': unasked,
  'management/used-proof': unasked,
};

test('every check passes on a server of unlike make, or says why it cannot', () => {
  const lists = committed.flatMap(({ lacks }) => (lacks ? [lacks] : []));
  expect(lists.length).toBeGreaterThan(1);
  const nowhere = checks.filter(({ id }) => lists.every((lacks) => lacks.includes(id)));
  expect(nowhere.map(({ id }) => id)).toEqual(Object.keys(onNoMake));
});

describe('a proof', () => {
  const sample = servers.filter((server) =>
    ['envelope: traces nothing', 'certificates: has two intermediates'].includes(labelOf(server)),
  );
  const [changed] = checks.filter(({ id }) => id === 'provisioning/thumbprint');
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'pass-matrix-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** Proves the sample. `sources` stands for what is in the files that it names. */
  async function prove(sources: Readonly<Record<string, string>> = {}, only = false): Promise<Proven> {
    const trials: LawfulTrial[] = [];
    const workshop: PassWorkshop = {
      checks,
      cache: openProofCache(folder),
      digestOf: (...files) => digest(files.map((file) => [file, sources[file]])),
      prover: {
        judgeLawful: (asked) => {
          trials.push({ ...asked, folder });
          return judgeLawful({ ...asked, folder });
        },
      },
    };
    const silent = (total: number) => createProgress('', total, { write: () => undefined });
    const { proofs } = await generatePasses(workshop, sample, silent, only ? changed : undefined);
    return { rows: proofs.map(({ row }) => row), problems: proofs.flatMap(({ problems }) => problems), trials };
  }

  interface Proven {
    readonly rows: readonly PassRow[];
    readonly problems: readonly string[];
    readonly trials: readonly LawfulTrial[];
  }

  test('says what the committed matrix says, drives a server once, and judges again by what changed', async () => {
    const first = await prove();
    const wanted = sample.map(labelOf);
    expect(first.rows).toEqual(committed.filter(({ server }) => wanted.includes(server)));
    expect(first.problems).toEqual([]);
    // The reference server, too.
    expect(first.trials).toHaveLength(sample.length + 1);

    const again = await prove();
    expect([again.rows, again.trials]).toEqual([first.rows, []]);

    const sources = {
      'suites/provisioning/thumbprint.ts': 'changed',
      'suites/provisioning/root-certificate.ts': 'too',
    };
    const one = await prove(sources, true);
    expect([one.rows, one.problems]).toEqual([first.rows, []]);
    expect(one.trials.map((trial) => trial.checks)).toEqual(one.trials.map(() => ['provisioning/thumbprint']));

    const both = await prove(sources);
    expect(both.rows).toEqual(first.rows);
    expect(both.trials[0]?.checks).toHaveLength(2);
    expect(both.trials.map(({ key }) => key).sort()).toEqual(first.trials.map(({ key }) => key).sort());
  });
});
