import { escaped, restyle } from '../restyle.ts';
import type { Style } from '../restyle.ts';
import { varyBody, varyDocument } from '../varied-run.ts';
import type { LawfulServer } from './lawful-server.ts';

const declaration = '<?xml version="1.0" encoding="utf-8"?>';
const comment = (depth: number): string => `\n${'\t'.repeat(depth)}<!-- ${depth}: a <b>comment</b> & more -->\r\n`;
const references = (text: string): string =>
  text.replaceAll(/./gsu, (character) => `&#x${character.codePointAt(0)?.toString(16) ?? ''};`);
const sections = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
const halves = (text: string): string => {
  if (text.length > 200) return escaped(text);
  const middle = Math.ceil(text.length / 2);
  return `${escaped(text.slice(0, middle))}<!-- inside a text -->${sections(text.slice(middle))}`;
};
const prefixes = new Map<string, string>();
const strange = (uri: string): string => {
  const prefix = prefixes.get(uri) ?? `ns-${prefixes.size}.ä_`;
  prefixes.set(uri, prefix);
  return prefix;
};

const styles: Readonly<Record<string, Style>> = {
  'uses other prefixes': { prefix: strange },
  'declares all prefixes on the envelope': { prefix: strange, declareAtRoot: true },
  'uses default namespaces throughout': { prefix: () => '' },
  'swaps prefixes that others use': { prefix: (uri) => ({ s: 'a', a: 's' })[nameOf(uri)] ?? `x${nameOf(uri)}` },
  'indents its XML and begins with a declaration': {
    prolog: `${declaration}\n`,
    between: (depth) => `\r\n${'  '.repeat(depth)}`,
  },
  'has comments between elements and before the root': {
    prolog: `${declaration}<!-- made by hand -->\n`,
    between: comment,
  },
  'has its attributes in another order, in single quotes': { quote: "'", reversed: true },
  'declares version and encoding in another way': {
    prolog: "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n\n",
  },
  'writes text in CDATA sections': { text: sections },
  'writes text and attributes in character references': { text: references, value: references },
  'has comments inside of text': { text: halves },
  'never abbreviates an empty element': { open: true },
};

function nameOf(uri: string): string {
  return uri.endsWith('soap-envelope') ? 's' : uri.endsWith('addressing') ? 'a' : uri.replaceAll(/\W/g, '');
}

/** Servers that write their XML in another way: what it says is the same. */
export const writingServers: readonly LawfulServer[] = Object.entries(styles).flatMap(([name, style]) => [
  { name, vary: varyBody((body) => restyle(body, style)) },
  {
    name: `${name}, in the provisioning document`,
    vary: varyDocument((document) => restyle(Buffer.from(document), style)),
  },
]);
