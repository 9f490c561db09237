import type { Seen } from '../../harness/engine/rule/check.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import type { XmlNode } from '../../harness/protocol/xml/tree.ts';
import { addressImpact } from './shared/address-impact.ts';
import { isHttps } from './shared/is-https.ts';
import { isMamDocument } from './shared/mam-document.ts';
import { valueOf, valuePlace } from './shared/parms.ts';

const path = 'parm[@name="ManagementServerAddressList" or @name="ManagementServiceAddress"]';

/**
 * These addresses of the provider replace ADDR (MS-MDE2 2.2.9.3), so the rule on ADDR holds for them: management carries policies and
 * secrets, and runs over TLS only (MS-MDM 1.3.1). The list has each address in angle brackets, separated by semicolons.
 */
export const managementAddresses = defineCheck({
  id: 'provisioning/management-addresses',
  title: 'Each address that the provider sets for management is an absolute https URL',
  level: 'MUST',
  basis: 'security',
  requirements: ['PROV-41'],
  since: '0.1.0',
  impact: {
    kind: 'security',
    says: 'others can read and change what the server sends to the device over such a connection',
  },
  remedy: 'Write each address as a complete https URL.',
  needs: { each: 'issue' },
  applies: {
    when: 'the document is no MAM document and its provider sets addresses of management servers',
    test: ({ provisioning: document }) => !isMamDocument(document) && parmsIn(document.provider).length > 0,
  },

  *judge({ provisioning: document }) {
    for (const parm of parmsIn(document.provider)) yield* wrongAddresses(parm);
  },

  counterexamples: [
    {
      name: 'plain http among others',
      ...provisioning.append(
        '//characteristic[@type="Provider"]/characteristic',
        '<parm name="ManagementServerAddressList" value="&lt;https://a.contoso.example/&gt;&lt;http://b.contoso.example/&gt;" datatype="string"/>',
      ),
    },
    {
      name: 'a single address over plain http',
      ...provisioning.append(
        '//characteristic[@type="Provider"]/characteristic',
        '<parm name="ManagementServiceAddress" value="http://mdm.contoso.example/" datatype="string"/>',
      ),
    },
    {
      name: 'a host alone',
      ...provisioning.append(
        '//characteristic[@type="Provider"]/characteristic',
        '<parm name="ManagementServerAddressList" value="&lt;mdm.contoso.example&gt;" datatype="string"/>',
      ),
    },
  ],
});

function parmsIn(provider: XmlNode | undefined): XmlNode[] {
  return provider?.all(path).filter((parm) => valueOf(parm).trim() !== '') ?? [];
}

function* wrongAddresses(parm: XmlNode): Iterable<Seen> {
  const name = parm.attribute('name') ?? '';
  for (const actual of valueOf(parm).split(/[<>;\s]+/)) {
    if (actual === '' || isHttps(actual)) continue;
    const message = `${name} has "${actual}"`;
    yield { message, at: valuePlace(parm), expected: 'https://…', actual, ...addressImpact(actual) };
  }
}
