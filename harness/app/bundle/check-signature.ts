import { Buffer } from 'node:buffer';
import type { KeyObject } from 'node:crypto';
import { manifestName, sha256, type Manifest } from '../../../reports/manifest.ts';
import {
  isSignedBy,
  keyId,
  readEnvelope,
  signatureName,
  statementType,
  UnreadableEnvelope,
} from '../../../reports/signature/envelope.ts';
import type { Envelope } from '../../../reports/signature/envelope.ts';
import { statementOf } from '../../../reports/signature/statement.ts';
import type { Results } from '../../engine/verdict/results.ts';
import type { BundleFiles } from './check-files.ts';
import { firstDifference } from './first-difference.ts';
import type { Problem } from './problem.ts';

/** What is known of the signature. */
export interface SignatureState {
  /** `unverified`: there is one, and no key was given. */
  readonly state: 'none' | 'unverified' | 'verified' | 'wrong';
  /** SHA-256 of the public key that verified, in hexadecimal. */
  readonly key?: string;
  readonly problems: readonly Problem[];
}

/** What is signed. `results` are missing where another version of the tool wrote the statement on them. */
export interface Signed {
  readonly files: BundleFiles;
  readonly manifest: Manifest;
  readonly results?: Results;
}

/** Verifies the signature before it reads what is signed, and compares that with the files. */
export function checkSignature({ files, manifest, results }: Signed, key: KeyObject | undefined): SignatureState {
  const wrong = (says: string): SignatureState => ({
    state: 'wrong',
    problems: [{ file: signatureName, kind: 'signature', says }],
  });
  const text = files.get(signatureName);
  if (text === undefined) {
    return key === undefined
      ? { state: 'none', problems: [] }
      : wrong('is missing: nobody signed, and --key asks for a signature');
  }
  let envelope: Envelope;
  try {
    envelope = readEnvelope(text.toString('utf8'));
  } catch (error) {
    if (!(error instanceof UnreadableEnvelope)) throw error;
    return wrong(`cannot be read: ${error.message}`);
  }
  if (key && !isSignedBy(envelope, key)) return wrong('is not by the key of --key, or what it signs was changed');
  const problem =
    subjectProblem(envelope, files, manifest) ?? (results && statementProblem(envelope, results, manifest));
  if (problem) return { state: 'wrong', problems: [problem] };
  return key ? { state: 'verified', key: keyId(key), problems: [] } : { state: 'unverified', problems: [] };
}

/** It signs this manifest, and what this manifest lists; whether the files are those, the digests tell. */
function subjectProblem(
  { payload, payloadType }: Envelope,
  files: BundleFiles,
  manifest: Manifest,
): Problem | undefined {
  const problem = (says: string, file = signatureName): Problem => ({ file, kind: 'signature', says });
  if (payloadType !== statementType)
    return problem(`signs something else than a statement on files (${JSON.stringify(payloadType.slice(0, 80))})`);
  const subjects = subjectsIn(payload.toString('utf8'));
  const signed = subjects?.find(({ name }) => name === manifestName);
  if (!subjects || !signed) return problem(`does not sign ${manifestName}`);
  if (signed.digest !== sha256(files.get(manifestName) ?? ''))
    return problem('is not the one that was signed', manifestName);
  const other = manifest.files.find((file) => subjects.find(({ name }) => name === file.name)?.digest !== file.sha256);
  return other && problem(`does not sign ${other.name} as the manifest lists it`);
}

function subjectsIn(text: string): readonly { readonly name: string; readonly digest: string }[] | undefined {
  try {
    const { subject } = JSON.parse(text) as { subject: { name: unknown; digest: { sha256: unknown } }[] };
    return subject.map(({ name, digest }) => ({ name: String(name), digest: String(digest.sha256) }));
  } catch {
    // Somebody signed something that is no statement.
    return undefined;
  }
}

function statementProblem({ payload }: Envelope, results: Results, manifest: Manifest): Problem | undefined {
  const difference = firstDifference(payload, Buffer.from(statementOf(results, manifest)));
  if (difference === undefined) return undefined;
  return { file: signatureName, kind: 'signature', says: `says something else than the results: ${difference}` };
}
