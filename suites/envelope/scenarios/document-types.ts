import { pathFamily } from '../../../harness/device/run/family.ts';
import type { Variation } from '../../../harness/device/run/family.ts';
import type { MessageOptions } from '../../../harness/device/client/steps.ts';
import { externalHost, nestedText } from '../shared/entity-marks.ts';

/** Sixteen repetitions of the text: enough to see the expansion, too few to do harm. */
const nested =
  `<!DOCTYPE s:Envelope [<!ENTITY one "${nestedText}"><!ENTITY two "&one;&one;&one;&one;">` +
  '<!ENTITY three "&two;&two;&two;&two;">]>';
const external = `<!DOCTYPE s:Envelope [<!ENTITY three SYSTEM "http://${externalHost}/entity">]>`;

/** The three ways in which a document type makes a reader fetch something (XML 1.0 sections 2.8 and 4.2.2). */
const fetched = (url: string): string =>
  `<!DOCTYPE s:Envelope SYSTEM "${url}" [<!ENTITY three SYSTEM "${url}"><!ENTITY % four SYSTEM "${url}"> %four;]>`;

/** A MessageID comes back in RelatesTo, and so would the text of an entity in it. */
const edits = (doctype: string) => [{ replace: '</a:MessageID>', by: '-&three;</a:MessageID>' }, { before: doctype }];

/** Documents with entities of their own, which SOAP forbids (SOAP 1.2 Part 1 section 5). */
export const documentTypes = pathFamily({
  id: 'document-types',
  title:
    'Each message is sent with document types that declare nested entities, name an external entity, and name an address of this machine',
  variations: ({ context }) => [
    { variant: 'nested entities', deviations: ['doctype'], edits: edits(nested) },
    { variant: 'an external entity', deviations: ['doctype'], edits: edits(external) },
    ...listenedTo(context.callback()),
  ],
});

function listenedTo(url: string | undefined): Variation<MessageOptions>[] {
  if (url === undefined) return [];
  return [{ variant: 'an entity at our address', deviations: ['doctype'], edits: edits(fetched(url)), callback: url }];
}
