import { places, texts } from './places.ts';
import type { Topic } from './topic.ts';

/** How a device is joined to an organization, and enrolled by that. */
export const joiningTopics: readonly Topic[] = [
  {
    name: 'domain-join',
    spellings: [
      'join a domain',
      'Active Directory',
      'AD join',
      'domain-joined',
      'domain joined device',
      'local domain',
    ],
    title: 'A device joins an Active Directory domain; that alone enrolls nothing',
    says: [
      'A device with Windows Pro, Enterprise or Education joins an Active Directory domain in Settings, not during the first setup.',
      'It is in one domain at a time, and never in a local domain and an Entra domain by two separate joins.',
      'Only an administrator of the device can join it, and Windows Home offers no join.',
      'A device that is joined can be enrolled afterwards, by its user in Settings or by group policy (explain auto-enrollment).',
      'If its user enrolls it, policies for a user reach that user only; policies for the device still reach everybody on it.',
    ],
    server:
      'Nothing asks the server during the join. Do not refuse a device because it is in a domain, and expect policies for the user to reach one user',
    look: [`${places.workPage}: the connections`, `${places.joinState}: DomainJoined`],
    evidence: [
      ['specified', `${texts.devices2017} (who can join); ${texts.enrollment2017} (enrollment of joined devices)`],
      ['not known', 'whether a ContextItem of current builds tells of the domain'],
    ],
    codes: [],
    requirements: ['DEV-01', 'DEV-02'],
  },
  {
    name: 'entra-join',
    spellings: [
      'Azure AD join',
      'AADJ',
      'Microsoft Entra join',
      'Join Azure AD',
      'Azure Active Directory',
      'Entra domain',
    ],
    title: 'A device joins an Entra (Azure AD) domain, and may be enrolled by that',
    says: [
      'The user signs in to Entra during the first setup of Windows, or later in Settings as an administrator.',
      'A federated tenant sends the user to its own sign-in server.',
      "If the tenant names an MDM service for this user, Windows shows that service's terms of use and enrolls at it in the same flow.",
      'If the tenant names none, the device is joined and not enrolled: the user enrolls it in a second step.',
      'A device that is managed already, is in another domain, or has a work account of this user cannot join.',
      'Windows Home cannot join.',
    ],
    server:
      'The tenant names its addresses of discovery and of the terms of use. The device sends a JSON Web Token of Entra in place of a password',
    look: [
      `${places.joinState}: AzureAdJoined, MdmUrl, MdmTouUrl, MdmComplianceUrl`,
      'Event Viewer: Microsoft-Windows-User Device Registration/Admin, Microsoft-Windows-AAD/Operational',
    ],
    evidence: [
      ['specified', `${texts.devices2017}; Learn: Microsoft Entra integration with MDM`],
      ['reported', 'Microsoft support: the codes, where the tenant or a restriction forbids the enrollment'],
    ],
    codes: [0x8018002b, 0x80180031, 0x80180014],
    requirements: ['AUTH-17', 'AUTH-18', 'TOU-01', 'TOU-03', 'TOU-08', 'DEV-01'],
  },
  {
    name: 'work-account',
    spellings: ['work or school account', 'workplace join', 'add work account', 'AWA', 'Entra registered', 'BYOD'],
    title: 'A user adds a work or school account to a personal device',
    says: [
      'The user adds the account in Settings, or in an app such as Office. The device stays personal.',
      'Every edition of Windows can do this, also Home.',
      'If the tenant names an MDM service for this user, Windows enrolls the device at it in the same flow.',
      'If it names none, the user enrolls the device in a second step.',
      'Where both are in scope, mobile application management (MAM) goes before MDM on a personal device.',
      'A device with a work account cannot also join an Entra domain.',
    ],
    server:
      'The server sees an enrollment with a token of Entra, or a MAM enrollment. Nothing else tells it of the account',
    look: [`${places.workPage}: the account and its Info button`, `${places.joinState}: WorkplaceJoined`],
    evidence: [
      ['specified', `${texts.devices2017}; ${texts.diagnose} (which scope goes first)`],
      ['from memory', 'the line WorkplaceJoined of dsregcmd'],
    ],
    codes: [],
    requirements: ['AUTH-17', 'TOU-04', 'MAM-01', 'DEV-01'],
  },
  {
    name: 'auto-enrollment',
    spellings: [
      ...[
        'automatic enrollment',
        'autoenrollment',
        'auto enroll',
        'AutoEnrollMDM',
        'group policy',
        'GPO',
        'hybrid join',
      ],
      ...['Enable automatic MDM enrollment using default Azure AD credentials', 'UseAADCredentialType'],
    ],
    title: 'Group policy, or a tenant, enrolls a device without its user',
    says: [
      'A group policy under Computer Configuration > Administrative Templates > Windows Components > MDM switches it on.',
      'It works on a device that is in Active Directory and in Entra (hybrid), once somebody signs in who has a token of Entra.',
      'A task then tries every 5 minutes for one day. The user sees nothing, unless a second factor is demanded.',
      'The credential is that of the user. That of the device works with Intune only, and in few cases.',
      'Keys that an older enrollment left behind stop it with 0x8018000A (2149056522).',
      'Event 75 says that it succeeded, event 76 that it failed. If neither is there, the task never ran.',
    ],
    server:
      'The server sees an ordinary enrollment with a token of Entra. It cannot tell from a message why a device never came: ask for events 75 and 76',
    look: [
      `${places.mdmPolicies}: AutoEnrollMDM, UseAADCredentialType`,
      `${places.tasks}; its log: Microsoft-Windows-TaskScheduler/Operational, events 102, 107, 7016`,
      `${places.mdmLog}, events 75, 76, 90, 91`,
      `${places.joinState}: AzureAdJoined, DomainJoined, AzureAdPrt`,
    ],
    evidence: [
      ['specified', `${texts.groupPolicy}; ${texts.diagnose}`],
      ['seen', texts.messageFiles],
      ['from memory', 'the names AutoEnrollMDM and UseAADCredentialType as values of the registry'],
    ],
    codes: [0x8018000a, 0x80180002, 0x8018002a, 0x8018002b, 0x80180026],
    requirements: ['AUTH-17', 'AUTH-18', 'DEV-03'],
  },
  {
    name: 'second-factor',
    spellings: [
      'MFA',
      '2FA',
      'two-factor',
      'multi-factor authentication',
      'second factor of authentication',
      'Conditional Access',
    ],
    title: 'A policy asks the user for a second factor',
    says: [
      'The sign-in page asks for it: that of Entra, of a federated tenant, or of an MDM service with AuthPolicy Federated.',
      'Windows shows the page and passes on the token that it ends with. No message says how the user proved who he is.',
      'With AuthPolicy OnPremise, Windows asks for a user name and a password only: there is no place for a second factor.',
      'In an automatic enrollment, Windows shows a notification; if nobody answers it, the enrollment fails with 0x8018002A.',
      'Enrollment by a provisioning package (bulk) does not work with a second factor.',
    ],
    server:
      'A server that demands one offers AuthPolicy Federated and asks on its own sign-in page. A refused password cannot ask for more',
    look: [
      'Event Viewer: Microsoft-Windows-AAD/Operational, event 1098 with 0xCAA2000C or AADSTS50076',
      `${places.mdmLog}, events 53, 54, 76`,
    ],
    evidence: [
      ['specified', `${texts.devices2017}; ${texts.groupPolicy}; Microsoft Learn: Bulk enrollment`],
      ['reported', 'Microsoft support: automatic enrollment in co-management (0x8018002A, 0xCAA2000C)'],
      ['inferred', 'that OnPremise has no place for it: its messages carry one password'],
    ],
    codes: [0x8018002a, 0x80180030],
    requirements: ['AUTH-01', 'AUTH-04', 'DISC-05', 'DEV-04'],
  },
];
