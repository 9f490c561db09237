import type { ManageStep } from '../../../harness/device/client/steps.ts';
import { defineSessionVariants, ofFamily } from './shared/define-session-variants.ts';
import { writtenForms } from './shared/written-forms.ts';

const headers: Readonly<Record<string, Partial<ManageStep>>> = {
  'header fields of joined and later clients': {
    headers: [
      ['DeviceToken', 'e30.e30.'],
      ['client-request-id', '7d1c6f31-0f4b-4d3c-9a54-2d3d1b6f6f0e'],
      ['UserAgentOrigin', '2'],
      ['MDM-GenericAlert', 'com.microsoft/MDM/LoginStatus'],
    ],
  },
  'the charset in Content-Type': {
    edits: [{ header: 'Content-Type', to: 'application/vnd.syncml.dm+xml; charset=utf-8' }],
  },
  'nobody is logged in': { login: 'none' },
};

/** The form of a message, and what stands around it. */
export const sessionForms = defineSessionVariants({
  id: 'session-forms',
  title: 'A device holds sessions with other forms of XML and other header fields',
  variants: [...ofFamily('session-writing', writtenForms), ...ofFamily('session-headers', headers)],
});
