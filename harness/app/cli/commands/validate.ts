import { exitCodes } from '../../../engine/verdict/verdict.ts';
import { validateMessage } from '../../../protocol/xml/validate-message.ts';
import { messageTypes } from '../../../protocol/xml/schema.ts';
import type { MessageType } from '../../../protocol/xml/schema.ts';
import { oneLine } from '../../../../reports/text/printable.ts';
import { readInputFile } from '../input-file.ts';
import type { Io } from '../io.ts';
import { refuseUnknown } from '../selection.ts';

/** The options of the command. */
export interface ValidateOptions {
  readonly type?: string;
  readonly json?: true;
}

/** Validates one message or provisioning document: exit 0 valid, 1 invalid, 2 unknown type. */
export async function validate(file: string, options: ValidateOptions, io: Io): Promise<number> {
  const type = messageType(options.type);
  const result = validateMessage(await readInputFile(file), type);
  if (options.json) {
    io.out(`${JSON.stringify({ file, ...result }, null, 2)}\n`);
  } else {
    io.out(`${oneLine(file)}: ${result.type ?? 'unknown message type'}: ${result.verdict.replaceAll('-', ' ')}\n`);
    for (const { line, path, message } of result.issues)
      io.out(`  line ${line}, ${oneLine(path)}\n    ${oneLine(message)}\n`);
  }
  if (result.verdict === 'unknown-type') return exitCodes.usage;
  return result.verdict === 'valid' ? exitCodes.conformant : exitCodes.nonconformant;
}

function messageType(word: string | undefined): MessageType | undefined {
  if (word === undefined) return undefined;
  refuseUnknown(word, messageTypes, '--type');
  return messageTypes.find((type) => type === word);
}
