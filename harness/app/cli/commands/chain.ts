import { exitCodes } from '../../../engine/verdict/verdict.ts';
import { validatePath, type PathFinding, type PathVerdict } from '../../../protocol/pki/path/validate.ts';
import { oneLine } from '../../../../reports/text/printable.ts';
import { readChainInput, type ChainInput, type ChainWords } from '../chain-input.ts';
import type { Io } from '../io.ts';

/** The options of the command. */
export interface ChainOptions extends ChainWords {
  readonly json?: true;
}

/** Validates one certification path: exit 0 valid, 1 not valid, 2 unusable input. */
export async function chain(file: string, options: ChainOptions, io: Io): Promise<number> {
  const input = await readChainInput(file, options);
  const verdict = validatePath(input.leaf, input.options);
  io.out(
    options.json
      ? `${JSON.stringify(asJson(file, input, verdict), null, 2)}
`
      : asText(file, purposeOf(input, options), verdict),
  );
  return verdict.valid ? exitCodes.conformant : exitCodes.nonconformant;
}

function asJson(file: string, { options: { at, purpose, anchors } }: ChainInput, verdict: PathVerdict): object {
  const { valid, findings, warnings, path, effort } = verdict;
  return {
    file,
    valid,
    at: at.toISOString(),
    ...(purpose ? { purpose } : {}),
    path: path.map(({ subject, serial, sha1 }) => ({
      subject: subject.toString(),
      serial: serial.toString(16),
      sha1,
      trusted: anchors.some((anchor) => anchor.sha1 === sha1),
    })),
    findings,
    warnings,
    effort,
  };
}

function asText(file: string, purpose: string, { valid, findings, warnings, path }: PathVerdict): string {
  const line = path.map(({ subject, serial }) => oneLine(subject.toString()) || `serial number ${serial.toString(16)}`);
  return [
    `${oneLine(file)}: ${valid ? 'valid' : 'not valid'}`,
    `  path  ${line.join('\n     <- ')}`,
    `  for   ${purpose}`,
    ...[...findings, ...warnings].map(describe),
    '',
  ]
    .join('\n')
    .replace(/\n+$/, '\n');
}

const sides = { client: 'TLS client authentication', server: 'TLS server authentication' } as const;

function purposeOf({ options: { purpose } }: ChainInput, asked: ChainOptions): string {
  if (purpose === undefined) return 'no purpose; --purpose client or --purpose server judges one';
  return `${sides[purpose]}${asked.purpose ? '' : ', since --purpose was left out'}`;
}

function describe({ level, rule, source, message, field, certificate, stopsDevice }: PathFinding): string {
  const { role, subject, serial } = certificate;
  return [
    '',
    `  ${level}  ${oneLine(message)}`,
    `    rule   ${rule} (${source})${stopsDevice ? ', stops a device' : ''}`,
    `    where  ${role} ${subject === '' ? '' : `"${oneLine(subject)}", `}serial number ${serial}, ${field}`,
  ].join('\n');
}
