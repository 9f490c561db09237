import type { Item, Request } from '../../../protocol/syncml/message.ts';
import { UsageError } from '../usage-error.ts';

const verbs = { get: 'Get', replace: 'Replace', exec: 'Exec' } as const;

/** Reads `--command`: a verb, the address of a node, and the value that it gets. Throws `UsageError`. */
export function commandNamed(word: string): Omit<Request, 'id'> {
  const [, verb = '', target = '', value] = /^(\w+):(\.\/[^=\s]+)(?:=(.*))?$/s.exec(word) ?? [];
  const name = Object.entries(verbs).find(([known]) => known === verb)?.[1];
  const isWrong = value === undefined ? name === 'Replace' : name === 'Get';
  if (name === undefined || isWrong) {
    throw new UsageError(
      `--command: "${word}" is no command; allowed: get:./address, replace:./address=value, exec:./address or exec:./address=value`,
    );
  }
  const item: Item = { target, ...(value === undefined ? {} : { meta: { Format: formatOf(value) }, data: value }) };
  return { name, items: [item] };
}

/** As the value looks: Windows refuses a value of another format than that of its node. */
function formatOf(value: string): string {
  if (/^-?\d+$/.test(value)) return 'int';
  return /^(?:true|false)$/.test(value) ? 'bool' : 'chr';
}
