/** One value of a record. */
export interface LogValue {
  /** `HexInt1`, `HRESULT`; absent where the log gives values by their position alone. */
  readonly name?: string;
  readonly text: string;
}

/** A time as a log prints it. */
export interface LogTime {
  /** Milliseconds since 1970; a time without a zone is taken for UTC. */
  readonly at: number;
  /** The log names the zone. */
  readonly isZoned: boolean;
}

/** One record or line of a log, as its file has it: untrusted text that may hold personal data. */
export interface LogEntry {
  readonly file: string;
  readonly time?: LogTime;
  readonly provider?: string;
  readonly eventId?: number;
  /** What the records of one activity share, in lower case. */
  readonly activity?: string;
  readonly values: readonly LogValue[];
  readonly text: string;
}

/** What one file gave. */
export interface DeviceLog {
  readonly file: string;
  /** What the file is, for people: `event XML`. */
  readonly format: string;
  readonly entries: readonly LogEntry[];
  /** What the file says beside events, as sentences. */
  readonly facts: readonly string[];
  /** What could not be read, and how to get it, as sentences. */
  readonly notes: readonly string[];
  /** The file holds events that this tool does not read, and this is how to convert it, as a sentence without a full stop. */
  readonly convert?: string;
}

/** An entry before its file is known. */
export type FoundEntry = Omit<LogEntry, 'file'>;

/** What a reader of one format gives. */
export interface Found {
  readonly entries: readonly FoundEntry[];
  readonly facts?: readonly string[];
  readonly notes?: readonly string[];
  readonly convert?: string;
}

/** Records that are kept of one file; a log of the enrollments of a year has far less. */
export const mostEntries = 200_000;

/** Characters of one text that are looked at; a message of Windows has some hundred. */
export const longestText = 16_384;
