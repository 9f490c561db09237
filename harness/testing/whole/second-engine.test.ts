import { describe, expect, test } from 'vitest';
import { editedMessages, goldenMessages, mutatedMessages } from '../own-messages.ts';
import { editXml } from '../../protocol/xml/edit.ts';
import { messageTypes } from '../../protocol/xml/schema.ts';
import type { MessageType } from '../../protocol/xml/schema.ts';
import { remove, set } from '../../protocol/xml/testing/edits.ts';
import { loadSecondEngine } from '../../protocol/xml/testing/second-engine.ts';
import type { SecondOpinion } from '../../protocol/xml/testing/second-engine.ts';
import { specExample } from '../../protocol/xml/testing/spec-example.ts';
import { validateMessage } from '../../protocol/xml/validate-message.ts';
import type { MessageVerdict } from '../../protocol/xml/validate-message.ts';

const engine = loadSecondEngine();
const state = engine ? `libxml2 ${engine.version}` : 'skipped: libxmljs2 is not installed here; .ci/run installs it';

/** What both say of one message. */
interface Compared {
  readonly ours: MessageVerdict;
  readonly theirs: SecondOpinion;
}

/** A way in which the two differ, with an example. Each is a limit of the old one, or of the documents that we read at all. */
interface Difference {
  readonly name: string;
  readonly example: Uint8Array;
  readonly explains: (compared: Compared) => boolean;
}

const differences: readonly Difference[] = [
  {
    name: 'a DOCTYPE, which we refuse before any schema is asked',
    example: Buffer.concat([Buffer.from('<!DOCTYPE Envelope>'), specExample('discover')]),
    explains: ({ ours }) => ours.issues.some(({ message }) => message.includes('has a DOCTYPE, which is refused')),
  },
  {
    name: 'a token that only some requests and answers may lack: XSD 1.0 cannot state such a condition, and no schema file does',
    example: editXml(
      specExample('request-security-token'),
      remove('//wst:RequestSecurityToken/wsse:BinarySecurityToken'),
    ),
    explains: ({ ours: { issues }, theirs }) =>
      theirs.verdict === 'valid' &&
      issues.every(({ message }) => /Expected is \( (wsse:Binary|wst:Requested)/.test(message)),
  },
  {
    name: 'a decimal of 25 digits: XSD 1.0 Part 2 section 3.2.3 asks for 18, and 2.9.9 has 24',
    example: editXml(specExample('discover-response'), set('//d:EnrollmentVersion', '9'.repeat(25))),
    explains: refusedFor(/: '\d{25,}' is not a valid value of the atomic type 'xs:decimal'/),
  },
  {
    name: 'an integer of 25 digits, which XSD 1.0 Part 2 section 3.3.13 leaves without a bound, and 2.9.9 has 24',
    example: editXml(specExample('syncml'), set('//sync:MsgID', '9'.repeat(25))),
    explains: refusedFor(/: '\d{25,}' is not a valid value of the atomic type 'xs:(?:positiveI|nonNegativeI|i)nteger'/),
  },
  {
    name: 'white space around a number, which collapses (XSD 1.0 Part 2 section 4.3.6), but not in 2.9.9',
    example: editXml(specExample('discover'), set('//d:OSEdition', ' 72')),
    explains: refusedFor(/: '(?:\s.*|.*\s)' is not a valid value of the atomic type 'xs:unsigned/s),
  },
  {
    name: 'white space around a QName, in the same way',
    example: editXml(specExample('fault'), set('//s:Subcode/s:Value', ' s:Authorization ')),
    explains: refusedFor(/'(?:\s.*|.*\s)' (?:has no corresponding namespace|is not a valid .* 'xs:QName')/s),
  },
];

/** Valid here, and refused there for nothing else. */
function refusedFor(issue: RegExp): Difference['explains'] {
  return ({ ours, theirs: { verdict, issues } }) =>
    ours.verdict === 'valid' && verdict === 'invalid' && issues.length > 0 && issues.every((said) => issue.test(said));
}

/** By the schema of the type that is given or detected; what is no message of ours has none, and is passed over. */
function compare(messages: readonly Uint8Array[], type?: MessageType): Compared[] {
  const judged = messages
    .map((bytes) => ({ bytes, ours: validateMessage(bytes, type) }))
    .filter(({ ours }) => ours.verdict !== 'unknown-type');
  const opinions = engine?.judge(judged.map(({ bytes, ours }) => ({ bytes, type: ours.type ?? 'fault' }))) ?? [];
  return opinions.flatMap((theirs, index) => {
    const ours = judged[index]?.ours;
    return ours ? [{ ours, theirs }] : [];
  });
}

const isSame = ({ ours, theirs }: Compared): boolean => ours.verdict === theirs.verdict;

function describeDifference({ ours, theirs }: Compared): string {
  const issues = [...ours.issues.map(({ message }) => message), ...theirs.issues].join('; ').slice(0, 300);
  return `${ours.type ?? 'no type'}: ${ours.verdict} here, ${theirs.verdict} there: ${issues}`;
}

/** Messages, and how many there are at least. */
type Group = readonly [name: string, atLeast: number, compared: () => Promise<Compared[]>];

const groups: readonly Group[] = [
  [
    'our example of each message, by the schema of every message',
    64,
    () => Promise.resolve(messageTypes.flatMap((by) => compare(messageTypes.map(specExample), by))),
  ],
  [
    'every request, answer and provisioning document of the golden session',
    600,
    async () => compare(await goldenMessages()),
  ],
  ['what the counterexamples of all checks make of the messages', 600, async () => compare(await editedMessages())],
  ['mutations of all answers of the golden session', 600, async () => compare(await mutatedMessages(4))],
];

/**
 * Compares libxml2-wasm, which judges, with libxmljs2 on every distinct message of this project, so that no verdict
 * depends on how one engine reads our schemas. The second engine never sees a message of a target.
 */
describe.skipIf(!engine)(`the second XSD engine (${state})`, () => {
  for (const [name, atLeast, compared] of groups) {
    test(`gives the same verdict on ${name}`, { timeout: 180_000 }, async () => {
      const all = await compared();
      const unexplained = all.filter((one) => !isSame(one) && !differences.some(({ explains }) => explains(one)));
      expect(unexplained.map(describeDifference)).toEqual([]);
      expect(all.length).toBeGreaterThanOrEqual(atLeast);
      expect(new Set(all.filter(isSame).map(({ ours }) => ours.verdict)).size).toBeGreaterThan(1);
    });
  }

  for (const { name, example, explains } of differences) {
    test(`differs on ${name}`, () => {
      const [compared] = compare([example]);
      expect(compared && !isSame(compared) && explains(compared)).toBe(true);
    });
  }
});

test('a folder that is named has to hold the second engine', () => {
  expect(() => loadSecondEngine('/nowhere/libxmljs2')).toThrow(
    /^\/nowhere\/libxmljs2 ended with 1: .*Cannot find module/s,
  );
});
