import { namespaces } from '../../protocol/xml/namespaces.ts';
import type { XmlTree } from '../../protocol/xml/tree.ts';

/** The elements of requests, by the prefix of the namespace in which the protocols define them. */
const elements: Readonly<Partial<Record<keyof typeof namespaces, readonly string[]>>> = {
  s: ['Envelope', 'Header', 'Body'],
  a: ['Action', 'MessageID', 'ReplyTo', 'To'],
  wsse: ['Security', 'UsernameToken', 'Username', 'Password', 'BinarySecurityToken'],
  u: ['Timestamp', 'Created', 'Expires'],
  d: [
    'Discover',
    'request',
    'EmailAddress',
    'RequestVersion',
    'DeviceType',
    'ApplicationVersion',
    'OSEdition',
    'AuthPolicies',
    'AuthPolicy',
  ],
  x: ['GetPolicies', 'client', 'lastUpdate', 'preferredLanguage', 'requestFilter'],
  wst: ['RequestSecurityToken', 'TokenType', 'RequestType'],
  ac: ['AdditionalContext', 'ContextItem'],
};

const right = new Map(
  Object.entries(elements).flatMap(([prefix, names]) =>
    names.map((name) => [name, namespaces[prefix as keyof typeof namespaces]] as const),
  ),
);

const anyWrong = `//*[${[...right]
  .map(([name, uri]) => `(local-name()="${name}" and namespace-uri()!="${uri}")`)
  .join(' or ')}]`;

/**
 * A sentence about the first element of a request that has the local name of one that the protocols define, in another namespace:
 * which came, and which is right. Undefined if there is none.
 */
export function wrongNamespace(tree: XmlTree): string | undefined {
  const found = tree.find(anyWrong);
  if (!found) return undefined;
  const { name, namespace, line } = found;
  const came = namespace === '' ? 'in no namespace' : `in the namespace "${namespace}"`;
  return `${name} in line ${line} is ${came}; the right one is "${right.get(name) ?? ''}".`;
}
