/** One thing that a user may do wrong. */
export interface Mistake {
  /** What was done, as the end of a sentence that begins with "You". */
  readonly you: string;
  /** Files by their names in an empty folder, where the command runs. */
  readonly files?: Readonly<Record<string, string>>;
  /** `@name` is the path of a file in the folder. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What answers at the address `{server}` of the arguments and files, as the bytes of its answer. */
  readonly server?: string;
  /** How it speaks. Default: TLS that `ca.pem` trusts. */
  readonly over?: 'untrusted TLS' | 'plain HTTP';
}

/** A target file that is right, but for what is added. */
export function target(...lines: readonly string[]): Readonly<Record<string, string>> {
  return { 'target.yaml': ['url: https://mdm.example', 'email: user@contoso.com', ...lines, ''].join('\n') };
}

/** A waivers file that is right, but for what is changed. */
export function waivers(changes: Readonly<Record<string, string | undefined>> = {}): Readonly<Record<string, string>> {
  const entry: Readonly<Record<string, string | undefined>> = {
    check: 'transport/content-type',
    reason: 'the proxy is replaced in May',
    owner: 'A. Owner',
    expires: '2099-05-31',
    ...changes,
  };
  const lines = Object.entries(entry).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return {
    'waivers.yaml': `waivers:\n${lines.map((line, index) => `  ${index === 0 ? '- ' : '  '}${line}\n`).join('')}`,
  };
}
