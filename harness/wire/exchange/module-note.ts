/** What a module of checks is known by, wherever it lies. */
export interface ModuleName {
  /** What the ids of its checks and scenarios begin with, before the slash. */
  readonly prefix: string;
  /** The name of its package, or of its file without the folder; its prefix where a program gave it. */
  readonly name: string;
  /** The version of its package; missing for a file. */
  readonly version?: string;
  /** SHA-256 of the file that was loaded, in hexadecimal; missing where a program gave it. What that file imports is not in it. */
  readonly digest?: string;
}

/** What a session tells of a module of checks that its run used. */
export interface ModuleNote extends ModuleName {
  /** Its scenarios in the plan of the run. */
  readonly scenarios: readonly string[];
  /** Its scenarios that broke, as clauses for people, without a secret; missing if none did. */
  readonly problems?: readonly string[];
}
