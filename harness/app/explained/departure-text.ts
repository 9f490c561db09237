import type { Answering, Departure, FramingDefect, Replacement } from '../../engine/rule/counterexample.ts';
import type { Kind } from '../../engine/evidence/kind.ts';
import type { XmlEdit } from '../../protocol/xml/xml-edit.ts';
import { kindNames } from './needs-text.ts';

/** Writes a piece of a message, a path or a name of ours so that it is told from the sentence. */
export type Quote = (code: string) => string;

const framings: Readonly<Record<FramingDefect, string>> = {
  chunked: 'it is sent in chunks',
  'no-length': 'it has no Content-Length',
  'length-short': 'its Content-Length is too small',
  'length-long': 'its Content-Length is too large',
  'length-in-characters': 'its Content-Length counts characters',
  'two-lengths': 'it has two Content-Length fields',
  'length-and-chunked': 'it has a Content-Length and is sent in chunks',
};

const hosts = {
  services: 'the host of policy and enrollment',
  authentication: 'the host of the sign-in page',
  management: 'the management host',
} as const;

/** What the reference server does otherwise, as a clause: `in the answer to Discover, //d:AuthPolicy becomes "Federated"`. */
export function departureText(departure: Departure, quote: Quote): string {
  if ('tls' in departure)
    return `${departure.of === undefined ? 'the host' : hosts[departure.of]} has the TLS defect ${quote(departure.tls)}`;
  if ('behaviour' in departure) return `the server behaves by ${quote(JSON.stringify(departure.behaviour))}`;
  return `${answerText(departure.on)}${limitsText(departure, quote)}, ${changeText(departure, quote)}`;
}

function answerText(on: Answering): string {
  const fault = ' fault';
  return on.endsWith(fault)
    ? `in the refusal of ${kindNames[on.slice(0, -fault.length) as Kind]}`
    : `in the answer to ${kindNames[on as Kind]}`;
}

type OfAnswer = Extract<Departure, { readonly on: Answering }>;

function limitsText({ asked, matching, deviation, every, nth }: OfAnswer, quote: Quote): string {
  const limits = [
    ...(asked === undefined ? [] : [`where the request holds ${quote(asked)}`]),
    ...(matching === undefined ? [] : [`where the request matches ${quote(matching)}`]),
    ...(deviation === undefined ? [] : [`where the request departs by ${quote(deviation)}`]),
    ...(every === undefined ? [] : [`in one of ${every}`]),
    ...(nth === undefined ? [] : [`in number ${nth}`]),
  ];
  return limits.map((limit) => `, ${limit}`).join('');
}

function changeText(change: OfAnswer, quote: Quote): string {
  if ('xml' in change) return editText(change.xml, quote);
  if ('provisioning' in change) return `in its provisioning document, ${editText(change.provisioning, quote)}`;
  if ('replace' in change) return `${quote(change.replace)} becomes ${orNothing(change.by, quote)}`;
  if ('provisioningReplace' in change)
    return `in its provisioning document, ${quote(change.provisioningReplace)} becomes ${orNothing(change.by, quote)}`;
  if ('header' in change) {
    if (change.to === undefined) return `the header field ${quote(change.header)} is missing`;
    return `the header field ${quote(`${change.header}: ${change.to}`)} ${change.add ? 'is added' : 'replaces that of its name'}`;
  }
  if ('status' in change) return `the status is ${change.status}`;
  if ('framing' in change) return framings[change.framing];
  if ('answer' in change) return replacementText(change.answer, quote);
  if ('connection' in change) return change.connection === 'close' ? 'the connection closes instead' : 'it never comes';
  return `it comes after ${change.delayMs / 1000} seconds`;
}

function orNothing(text: string, quote: Quote): string {
  return text === '' ? 'nothing' : quote(text);
}

function editText(edit: XmlEdit, quote: Quote): string {
  const at = quote(edit.at);
  switch (edit.op) {
    case 'set':
      return `${at} becomes ${edit.to === '' ? 'empty' : quote(edit.to)}`;
    case 'remove':
      return `${at} is missing`;
    case 'rename':
      return `${at} is named ${quote(edit.to)}`;
    case 'duplicate':
      return `${at} stands twice`;
    case 'swap':
      return `${at} stands behind its next sibling`;
    case 'attribute':
      return `${at} has the attribute ${quote(`${edit.name}="${edit.to}"`)}`;
    case 'append':
      return `${at} also holds ${quote(edit.xml)}`;
  }
}

function replacementText(replacement: Replacement, quote: Quote): string {
  switch (replacement.as) {
    case 'empty':
      return 'an empty body stands in its place';
    case 'html':
      return 'an HTML page stands in its place';
    case 'json':
      return 'a JSON document stands in its place';
    case 'text':
      return `the text ${quote(replacement.text)} stands in its place`;
    case 'fault': {
      const type = replacement.errorType === undefined ? '' : ` and ErrorType ${quote(replacement.errorType)}`;
      return `a SOAP fault with subcode ${quote(replacement.subcode)}${type} stands in its place`;
    }
    case 'control':
      return 'the success of a valid request stands in its place';
  }
}
