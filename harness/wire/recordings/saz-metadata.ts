import { parseXml, XmlSyntaxError } from '../../protocol/xml/tree.ts';
import type { XmlTree } from '../../protocol/xml/tree.ts';
import { UnreadableSession } from '../har/unreadable-session.ts';
import type { ArchiveFile } from './recording.ts';

/** Values of `BitFlags` (Telerik, FiddlerCore API, enum SessionFlags). */
const bits = {
  isHttps: 1,
  answerGeneratedByFiddler: 256,
  answerFromCache: 16_384,
  answerBodyDropped: 131_072,
} as const;

/** What Fiddler notes beside a session (`raw/N_m.xml`); all of it may be missing. */
export interface SazMetadata {
  /** When the client began to send its request, with its time zone. */
  readonly startedAt?: string;
  readonly durationMs?: number;
  readonly connection?: string;
  readonly isHttps: boolean;
  /** Fiddler made the answer itself, or kept it from before: the server did not send it. */
  readonly isOfFiddler: boolean;
  readonly isBodyDropped: boolean;
}

const none: SazMetadata = { isHttps: false, isOfFiddler: false, isBodyDropped: false };

/** Reads the metadata of a session. Throws `UnreadableSession`, which names the file. */
export function readSazMetadata(file: ArchiveFile | undefined): SazMetadata {
  if (!file) return none;
  try {
    using tree = parseXml(file.bytes);
    return metadataIn(tree);
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    throw new UnreadableSession(`${file.name} is not readable XML: ${error.message} (line ${error.line})`);
  }
}

function metadataIn(tree: XmlTree): SazMetadata {
  const flags = Number(tree.root.attribute('BitFlags') ?? 0);
  const timers = tree.find('/Session/SessionTimers');
  const start = instantOf(timers?.attribute('ClientBeginRequest'));
  const end = instantOf(timers?.attribute('ClientDoneResponse')) ?? instantOf(timers?.attribute('ServerDoneResponse'));
  const named = new Map(
    tree
      .all('/Session/SessionFlags/SessionFlag')
      .map((flag) => [(flag.attribute('N') ?? '').toLowerCase(), flag.attribute('V') ?? '']),
  );
  const [client, egress] = [named.get('x-clientport'), named.get('x-egressport')];
  return {
    ...(start ? { startedAt: start.toISOString() } : {}),
    ...(start && end && end >= start ? { durationMs: end.getTime() - start.getTime() } : {}),
    ...(client === undefined || egress === undefined
      ? {}
      : { connection: `ClientPort:${client};EgressPort:${egress}` }),
    isHttps: has(flags, bits.isHttps),
    isOfFiddler: has(flags, bits.answerGeneratedByFiddler) || has(flags, bits.answerFromCache),
    isBodyDropped: has(flags, bits.answerBodyDropped),
  };
}

function has(flags: number, bit: number): boolean {
  return (flags & bit) !== 0;
}

/** A timer that was never set is of the year 1; one without a time zone is no instant. */
function instantOf(text: string | undefined): Date | undefined {
  if (text === undefined || !/(?:Z|[+-]\d\d:\d\d)$/.test(text)) return undefined;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) || instant.getUTCFullYear() < 1970 ? undefined : instant;
}
