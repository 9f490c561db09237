import { places, texts } from './places.ts';
import type { Topic } from './topic.ts';

/** How a user starts an enrollment, and what he reads. */
export const startingTopics: readonly Topic[] = [
  {
    name: 'enroll-only',
    spellings: [
      ...['enroll only in device management', 'MDM only', 'device management only', 'Access work or school'],
      ...['connect to MDM', 'manual enrollment', 'Settings app', 'workplace'],
    ],
    title: 'A user enrolls a device in Settings, without any join',
    says: [
      'The user, an administrator of the device, chooses "Enroll only in device management" and types an e-mail address.',
      'Windows 10 1607 has the link from build 14393.82 on; older builds need a deep link (explain deep-link).',
      'Windows derives the address of discovery from the domain of the address, or asks for a server if it finds none.',
      'With AuthPolicy OnPremise the page asks for a password; with Federated a window opens with the sign-in page of the server.',
      'From Windows 10 1709 on, the page shows how far the enrollment is.',
      'Phones did the same; Windows 10 Mobile is out of support.',
    ],
    server:
      'This is the flow that a run plays: probe, Discover, GetPolicies, RequestSecurityToken. The answers of the server decide it',
    look: [places.workPage, `${places.mdmLog}: the last of events 4, 6, 8, 10, 16, 58, 72 names the step reached`],
    evidence: [
      ['specified', `${texts.devices2017}; MS-MDE2, section 3.1`],
      ['seen', 'Windows 11 25H2, build 26200.9278 (deploymenttheory/go-microsoft-dm)'],
      ['seen', texts.messageFiles],
    ],
    codes: [],
    requirements: ['TRN-01', 'TRN-02', 'DISC-02', 'ROB-05'],
  },
  {
    name: 'deep-link',
    spellings: [
      'deeplink',
      'deep linking',
      'ms-device-enrollment',
      'ms-device-enrollment:',
      'enrollment link',
      'enrollment URI',
    ],
    title: 'A link ms-device-enrollment: opens the enrollment with its fields filled in',
    says: [
      'A user follows a link of the form ms-device-enrollment:?mode=mdm, from a mail or a page. Windows opens the enrollment.',
      'mode is mdm from Windows 10 1607 on; awa (work account) and aadj (Entra join) came with 1709.',
      'username and servername fill in the fields from 1703 on; a servername replaces the search for the discovery address.',
      'accesstoken, deviceidentifier, tenantidentifier and ownership are for the server to use.',
      'Public server code reads accesstoken from the address of the sign-in page, where Windows adds it.',
      'The documents name Internet Explorer and Edge as the browsers that follow such a link.',
    ],
    server:
      'The server, or its administrator, publishes the links. What they name has to exist, and an accesstoken has to expire',
    look: [places.workPage, 'The link itself: percent-encoding of username and servername, & escaped in HTML'],
    evidence: [
      ['specified', texts.devices2017],
      ['reported', 'source of Mattrax: accesstoken on the address of the sign-in page'],
      ['not known', 'which other browsers of today follow it'],
    ],
    codes: [],
    requirements: ['LNK-01', 'LNK-02', 'LNK-03', 'LNK-04', 'LNK-05', 'LNK-07'],
  },
  {
    name: 'user-messages',
    spellings: [
      ...[
        'messages',
        'error messages',
        'user message',
        'messages that users see',
        'dialog',
        'dialog text',
        'error message',
      ],
      ...['help with connecting personally-owned devices', 'could not auto-discover a management endpoint'],
    ],
    title: 'What the user reads when an enrollment does not begin or fails',
    says: [
      'Already connected to the organization: the device has an Entra join, a work account or a local domain.',
      'Identity not found in the cloud of the organization: Entra does not know the user name. The MDM server was not asked.',
      'Already managed: the device is enrolled, or Configuration Manager manages it (0x8018000A).',
      'No rights to do this: a standard user tries; only an administrator of the device can enroll it.',
      'No management endpoint found, and a field for a server address: discovery failed. No code is shown.',
      'Other texts stand for groups of codes, and differ between builds and languages. The code says more: explain it.',
    ],
    server:
      'The last message is often about the server: DNS, TLS or the probe failed. The text of a fault reaches event 52; only CustomServerError shows it to the user',
    look: [`${places.mdmLog}, events 52, 55, 71`, places.workPage],
    evidence: [
      ['specified', `${texts.devices2017}; Microsoft Learn: MDM enrollment error codes; MS-MDE2, section 2.2.10`],
      ['reported', 'notes of one self-hosted server: codes behind a failed discovery (weak)'],
    ],
    codes: [0x8018000a, 0x80180032, 0x80192ee7, 0x80180012],
    requirements: ['TRN-01', 'FLT-05', 'FLT-14', 'DEV-05'],
  },
];
