import { policiesFamily } from '../../../harness/device/run/family.ts';
import type { Surroundings, Variation } from '../../../harness/device/run/family.ts';
import type { AuthenticatedStep } from '../../../harness/device/client/steps.ts';
import type { XmlEdit } from '../../../harness/protocol/xml/xml-edit.ts';
import { namespaces } from '../../../harness/protocol/xml/namespaces.ts';

const client = '//x:GetPolicies/x:client';
const filter = '//x:GetPolicies/x:requestFilter';
const stranger = '<v:extra xmlns:v="urn:mde-conformance:unknown">1</v:extra>';
const nilOids = '<x:policyOIDs xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>';

/** A policy OID that no server has: it lies in the arc that is reserved for documentation. */
const unknownOid = '1.3.6.1.4.1.32473.2026.1';

/** Valid requests with other contents than those of a Windows enrollment. */
export const policyVariants = policiesFamily({
  id: 'policy-variants',
  title: 'GetPolicies is sent with an earlier and a later lastUpdate, with languages, filters and unknown elements',
  variations: (surroundings) => [...updates, ...languages, ...extensions, ...filtersOf(surroundings)],
});

const updates: readonly Variation<AuthenticatedStep>[] = [
  variation('unchanged-policies', 'a lastUpdate in the future', valued('lastUpdate', '2099-12-31T23:59:59Z')),
  variation('outdated-policies', 'a lastUpdate long ago', valued('lastUpdate', '2001-01-01T00:00:00Z')),
];

const languages = ['de-DE', 'ja-JP', 'x-nonsense'].map((tag) =>
  variation('preferred-language', `preferredLanguage ${tag}`, valued('preferredLanguage', tag)),
);

const extensions: readonly Variation<AuthenticatedStep>[] = [
  variation('policy-extensions', 'an unknown element in client', [{ op: 'append', at: client, xml: stranger }]),
  variation('policy-extensions', 'a filter of nil policyOIDs', filterOf(nilOids)),
  variation('policy-extensions', 'an unknown element in requestFilter', filterOf(nilOids + stranger)),
];

/** By the policy that the server has just offered, and by one that it cannot have. */
function filtersOf({ policy }: Surroundings): Variation<AuthenticatedStep>[] {
  const offered = policy?.policyOids?.find((oid) => /^\d+(\.\d+)+$/.test(oid));
  return [
    ...(offered === undefined
      ? []
      : [variation('filtered-policies', 'a filter of an offered policy', filterOf(oids(offered)))]),
    variation('unknown-policy', 'a filter of an unknown policy', filterOf(oids(unknownOid))),
  ];
}

function oids(oid: string): string {
  return `<x:policyOIDs><x:oid>${oid}</x:oid></x:policyOIDs>`;
}

function filterOf(content: string): readonly XmlEdit[] {
  const declared = content.replaceAll('<x:policyOIDs', `<x:policyOIDs xmlns:x="${namespaces.x}"`);
  return [removeNil(filter), { op: 'append', at: filter, xml: declared }];
}

function valued(name: string, value: string): readonly XmlEdit[] {
  return [removeNil(`${client}/x:${name}`), { op: 'set', at: `${client}/x:${name}`, to: value }];
}

function removeNil(at: string): XmlEdit {
  return { op: 'remove', at: `${at}/@xsi:nil` };
}

function variation(family: string, variant: string, edits: readonly XmlEdit[]): Variation<AuthenticatedStep> {
  return { family, variant, edits: edits.map((xml) => ({ xml })) };
}
