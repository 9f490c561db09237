import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import { isWarned, testResultOf } from '../waivers/test-result.ts';
import { manifestName, sha256, writeManifest, type Manifest } from '../manifest.ts';

/**
 * What is signed: an in-toto statement (in-toto attestation v1, predicate test-result v0.1) on the manifest and on each file that it lists.
 * It says which checks passed, and FAILED for all but a conformant run and one whose failures are waived, which is WARNED: the predicate has no
 * word for what could not be judged. Pure.
 */
export function statementOf(results: Results, manifest: Manifest): string {
  const { judgements, requirementSet } = results;
  const ids = (test: (judgement: Judgement) => boolean): string[] => judgements.filter(test).map(({ check }) => check);
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: manifestName, sha256: sha256(writeManifest(manifest)) }, ...manifest.files].map(
      ({ name, sha256: digest }) => ({ name, digest: { sha256: digest } }),
    ),
    predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
    predicate: {
      result: testResultOf(results),
      configuration: [
        { name: manifest.tool.name, uri: `pkg:npm/${manifest.tool.name}@${manifest.tool.version}` },
        { name: 'requirement-set', digest: { sha256: requirementSet } },
      ],
      passedTests: ids(({ outcome }) => outcome === 'passed'),
      warnedTests: ids(isWarned),
      failedTests: ids((one) => one.outcome === 'failed' && !isWarned(one)),
    },
  };
  return `${JSON.stringify(statement)}\n`;
}
