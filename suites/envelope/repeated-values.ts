import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { Seen } from '../../harness/engine/rule/check.ts';
import type { Departure } from '../../harness/engine/rule/counterexample.ts';
import { provisioningBytes } from '../../harness/engine/evidence/provisioning.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import type { Part } from '../../harness/protocol/xml/place.ts';
import { parseXml, XmlSyntaxError } from '../../harness/protocol/xml/tree.ts';
import type { XmlTree } from '../../harness/protocol/xml/tree.ts';
import { chosenValues } from './shared/chosen-values.ts';

const { mark, intruder, ...values } = chosenValues;

/**
 * A text that a server repeats is data, so its markup has to be escaped (XML 1.0 section 2.4). Whoever enrolls chooses the names; a server
 * that pastes them into its document lets him write settings. To refuse such a name is right, and so is to leave it out.
 */
export const repeatedValues = defineCheck({
  id: 'envelope/repeated-values',
  title: 'What a request says comes back as text, and never as markup',
  level: 'MUST',
  basis: 'security',
  requirements: ['ENV-12', 'PROV-01'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'security',
    says: 'whoever chooses the name of a device or user writes into the answer, or makes it unreadable',
  },
  remedy: 'Write answers with an XML library, which escapes & < > and quotation marks in texts and attributes.',
  needs: { each: ['discover', 'get-policies', 'issue'], where: { family: 'repeated-values' } },

  *judge(evidence) {
    if (isPage(evidence)) return;
    const { response, syntaxError } = evidence;
    if (syntaxError) {
      yield* brokenBy(evidence, 'body', Buffer.from(response.body).toString('utf8'), syntaxError);
    } else if (response.body.length > 0) {
      yield* markupIn(evidence, evidence.answer);
      if (evidence.kind === 'issue') yield* inDocument(evidence);
    }
  },

  counterexamples: [
    {
      name: 'a DeviceName pasted into the document',
      on: 'issue',
      asked: `${mark}3`,
      provisioningReplace: `value="${mark}3&quot;/&gt;&lt;parm name=&quot;${intruder}&quot; value=&quot;1"`,
      by: `value="${values.deviceName.value}"`,
    },
    {
      name: 'a HWDevID pasted into the document',
      on: 'issue',
      asked: `${mark}4`,
      provisioningReplace: '<parm name="EntDeviceName" value="',
      by: `<parm name="EntDeviceName" value="${values.hardwareId.value}`,
    },
    inReason('get-policies fault', 'user'),
    {
      ...inReason('get-policies fault', 'user'),
      name: 'an element in the reason of a fault',
      by: `${mark}2 <${intruder}/></s:Text>`,
    },
    {
      name: 'an e-mail address pasted into an answer to Discover',
      on: 'discover',
      asked: `${mark}1`,
      replace: '</EnrollmentPolicyServiceUrl>',
      by: `?user=${values.email.value}</EnrollmentPolicyServiceUrl>`,
    },
  ],
});

function inReason(on: 'get-policies fault', of: keyof typeof values) {
  const { name, value } = values[of];
  return {
    name: `a ${name} pasted into the reason of a fault`,
    on,
    asked: value.slice(0, mark.length + 1),
    replace: '</s:Text>',
    by: `${value}</s:Text>`,
  } satisfies Departure & { readonly name: string };
}

/** A page of a gateway, or JSON, has rules of its own. */
function isPage({ state, headers }: Evidence): boolean {
  return state === 'unusable' && headers('Content-Type').some(({ value }) => !/xml/i.test(value));
}

function* inDocument(evidence: Evidence): Iterable<Seen> {
  const bytes = provisioningBytes(evidence.answer);
  if (!bytes) return;
  const part = 'provisioning-document';
  try {
    using document = parseXml(bytes, { exchange: evidence.exchange.index, part });
    yield* markupIn(evidence, document);
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    yield* brokenBy(evidence, part, bytes.toString('utf8'), error);
  }
}

/** Elements that only the value of the request can have brought. */
function* markupIn(evidence: Evidence, tree: XmlTree): Iterable<Seen> {
  const [found] = tree.all(`//*[local-name()="${intruder}" or @name="${intruder}"]`);
  if (!found) return;
  const what = found.name === intruder ? `the element ${intruder}` : `a ${found.name} named ${intruder}`;
  yield { message: `The answer has ${what}, which the request wrote into a ${saidIn(evidence)}`, at: found };
}

/** A repeated value in which at least one of the characters stands as it is; an answer that is cut or damaged otherwise has none. */
const unescaped = new RegExp(`${mark}\\d(?:"|[^<>"]*(?:'"|&[&<]|<${intruder}))`);

/** The valid requests beside it get readable answers, so what breaks this one is the value that it repeats. */
function* brokenBy(evidence: Evidence, part: Part, text: string, error: XmlSyntaxError): Iterable<Seen> {
  const at = text.search(unescaped);
  if (at === -1) return;
  yield {
    message: `The answer cannot be read where it repeats a ${saidIn(evidence)}: ${error.message}`,
    at: evidence.at(part),
    expected: 'the value with its markup escaped',
    actual: text.slice(at, at + 80),
  };
}

function saidIn({ exchange }: Evidence): string {
  const request = Buffer.from(exchange.request.body).toString('utf8');
  return Object.values(values).find(({ value }) => request.includes(value.slice(0, mark.length + 1)))?.name ?? 'value';
}
