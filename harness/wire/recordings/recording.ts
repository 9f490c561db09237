import type { Har } from '../har/har-format.ts';

/** A recording of another tool as a HAR, with what a reader left out of it. */
export interface ForeignRecording {
  readonly har: Har;
  /** What is not in the HAR, and why: sentences without the full stop, for whoever judges it. */
  readonly notes: readonly string[];
}

/** A file of an archive. */
export interface ArchiveFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
