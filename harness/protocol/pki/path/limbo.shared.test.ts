import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sharedFolder } from '../../../testing/shared-folder.ts';
import { readCertificate } from '../read/certificate.ts';
import { readPem } from '../read/pem.ts';
import { validatePath, type PathVerdict, type PeerName } from './validate.ts';

/** A test case of C2SP/x509-limbo, as far as it is used here. */
interface Vector {
  readonly id: string;
  readonly validation_kind: 'SERVER' | 'CLIENT';
  readonly trusted_certs: readonly string[];
  readonly untrusted_intermediates: readonly string[];
  readonly peer_certificate: string;
  readonly validation_time: string | null;
  readonly expected_result: 'SUCCESS' | 'FAILURE';
  readonly expected_peer_name: LimboName | null;
  readonly expected_peer_names: readonly LimboName[] | null;
  readonly max_chain_depth: number | null;
}

interface LimboName {
  readonly kind: 'DNS' | 'IP' | 'RFC822';
  readonly value: string;
}

const file = path.join(sharedFolder, 'x509-limbo-subset.json');
const vectors = (JSON.parse(readFileSync(file, 'utf8')) as { testcases: readonly Vector[] }).testcases;

/** The suite asks for the default name example.com here, and the leaf has none but a directory name; OpenSSL refuses it too. */
const asksForAnotherName = 'rfc5280::nc::permitted-dn-match';

describe('x509-limbo', () => {
  test('there are 44 vectors', () => {
    expect(vectors).toHaveLength(44);
  });

  test.each(vectors.filter(({ id }) => id !== asksForAnotherName).map((vector) => [vector.id, vector] as const))(
    '%s',
    (_, vector) => {
      const { valid, findings } = judge(vector, namesOf(vector));
      expect({ valid, findings: findings.map(({ message }) => message) }).toEqual({
        valid: vector.expected_result === 'SUCCESS',
        findings: valid ? [] : (expect.arrayContaining([expect.any(String)]) as string[]),
      });
    },
  );

  test(`${asksForAnotherName}, where the only thing wrong is the name that is asked for`, () => {
    const vector = vectors.find(({ id }) => id === asksForAnotherName);
    if (!vector) throw new Error('the vector is missing');
    expect(vector.expected_result).toBe('SUCCESS');
    expect(judge(vector, []).findings).toEqual([]);
    expect(judge(vector, namesOf(vector)).findings.map(({ rule }) => rule)).toEqual(['peer-name']);
  });
});

function judge(vector: Vector, names: readonly PeerName[]): PathVerdict {
  const read = (pem: string): ReturnType<typeof readCertificate> =>
    readCertificate(readPem(pem, 'CERTIFICATE')[0] ?? new Uint8Array());
  return validatePath(read(vector.peer_certificate), {
    anchors: vector.trusted_certs.map(read),
    intermediates: vector.untrusted_intermediates.map(read),
    at: vector.validation_time === null ? new Date() : new Date(vector.validation_time),
    purpose: vector.validation_kind === 'SERVER' ? 'server' : 'client',
    names,
    ...(vector.max_chain_depth === null ? {} : { maxDepth: vector.max_chain_depth }),
  });
}

const types = { DNS: 'dns', IP: 'ip', RFC822: 'email' } as const;

function namesOf({ expected_peer_name: one, expected_peer_names: several }: Vector): PeerName[] {
  return [...(one ? [one] : []), ...(several ?? [])].map(({ kind, value }) => ({ type: types[kind], value }));
}
