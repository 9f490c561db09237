import type { Family } from './behaviour.ts';
import { callers } from './callers.ts';
import { certificates } from './certificates.ts';
import { documents } from './documents.ts';
import { framing, heads } from './http.ts';
import { recordings, recordingsOfNothing } from './recordings.ts';
import { redirects } from './redirects.ts';
import { secrets } from './secrets.ts';
import { texts } from './text.ts';
import { tlsIdentities } from './tls.ts';
import { transport } from './transport.ts';
import { messages, xml } from './xml.ts';

/** Every hostile behaviour that this project knows, by its family. To add one, add a row to the file of its family. */
export const families: readonly Family[] = [
  transport,
  heads,
  framing,
  tlsIdentities,
  redirects,
  xml,
  messages,
  texts,
  secrets,
  documents,
  certificates,
  recordingsOfNothing,
  recordings,
  callers,
];
