import type { ManageStep } from '../../../../harness/device/client/steps.ts';

/** Forms of XML that say the same (XML 1.0, Namespaces in XML). */
export const writtenForms: Readonly<Record<string, Partial<ManageStep>>> = {
  'an XML declaration': { write: (text) => `<?xml version="1.0" encoding="utf-8"?>${text}` },
  'a byte order mark': { write: (text) => `\uFEFF${text}` },
  comments: { write: (text) => text.replace('<SyncBody>', '<!-- body --><SyncBody><!-- commands -->') },
  'a CDATA section': { write: (text) => text.replace('<VerDTD>1.2<', '<VerDTD><![CDATA[1.2]]><') },
  'a prefix for each element': { write: prefixed },
  'white space between elements': {
    write: (text) => text.replaceAll('><', '>\n<').replaceAll(/<(\w+)>\n<\/\1>/g, '<$1></$1>'),
  },
};

/** The elements of SyncML get the prefix `s`; those of Meta keep a namespace of their own. */
function prefixed(text: string): string {
  return text
    .replaceAll(/<(\/?)(?=[A-Za-z])(?!\/?(?:Format|Type|Mark)\b)/g, '<$1s:')
    .replace(' xmlns="SYNCML', ' xmlns:s="SYNCML');
}
