import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import type { XmlNode } from '../../../harness/protocol/xml/tree.ts';

/** The Created and Expires of every Timestamp in the Security header. */
export function timestampsOf({ header }: Evidence): { readonly created?: XmlNode; readonly expires?: XmlNode }[] {
  return (header?.all('wsse:Security/u:Timestamp') ?? []).map((timestamp) => {
    const created = timestamp.find('u:Created');
    const expires = timestamp.find('u:Expires');
    return { ...(created ? { created } : {}), ...(expires ? { expires } : {}) };
  });
}

const dateTime = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?<zone>Z|[+-]\d\d:\d\d)?$/;

/** The instant of an xs:dateTime in milliseconds, UTC where it names no zone; undefined for any other text. */
export function instantOf(node: XmlNode): number | undefined {
  const text = node.text.trim();
  const match = dateTime.exec(text);
  if (!match) return undefined;
  const instant = Date.parse(match.groups?.['zone'] === undefined ? `${text}Z` : text);
  return Number.isNaN(instant) ? undefined : instant;
}
