import { statSync } from 'node:fs';
import path from 'node:path';
import { isDomain, isEmail } from '../../device/target/target-address.ts';
import { readInputFile } from './input-file.ts';
import { largestRecording, readRecording } from './recording-file.ts';
import type { NotedSession } from './recording-file.ts';
import { spareMemory } from './spare-memory.ts';
import { UsageError } from './usage-error.ts';

const advice = 'export only the exchanges with the hosts of the enrollment';

/**
 * Reads a recorded session from a file. Throws `UsageError`, which names the file and says what it is if it is no recording, and what to
 * do if it is too large to be judged.
 */
export async function readSessionFile(file: string): Promise<NotedSession> {
  refuseServer(file);
  const bytes = await readInputFile(file, largestRecording, advice);
  spareMemory(bytes.length);
  try {
    return await readRecording(bytes, file);
  } catch (error) {
    if (error instanceof Error && error.name === 'UnreadableSession') throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}

function refuseServer(argument: string): void {
  const found = statSync(argument, { throwIfNoEntry: false });
  if (found?.isDirectory() && statSync(path.join(argument, 'session.har'), { throwIfNoEntry: false })) {
    throw new UsageError(`${argument} is a folder; name the recording inside: ${path.join(argument, 'session.har')}`);
  }
  if (/^https?:\/\//i.test(argument) || (!found && (isEmail(argument) || isHostName(argument)))) {
    throw new UsageError(`"${argument}" is a server, not a recording; test it with: run ${argument}`);
  }
}

/** A name that can be that of a recording is none of a server. */
function isHostName(argument: string): boolean {
  return (
    isDomain(argument) &&
    !/\.(?:z?har|saz|flows?|mitm|json|ya?ml|zip|gz|pcap|pcapng|html?|xml|txt|evtx)$/i.test(argument)
  );
}
