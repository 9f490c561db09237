import { entriesOf } from './code-group.ts';
import { evidence, issue } from '../faults/evidence.ts';

const { cspHeader, messageFiles } = evidence;

/** Codes of the CSP engine in a management session: what becomes of one command. */
export const cspCodes = entriesOf([
  {
    who: ['server'],
    remedy: 'Correct Format and Type of the item',
    sources: [cspHeader],
    codes: [
      [0x86000000, 'CFGMGR_E_INVALIDNODEOPTIONS', 'The options of the node are not valid'],
      [0x86000001, 'CFGMGR_E_INVALIDDATATYPE', 'The data type of the item is wrong'],
      [0x86000014, 'CFGMGR_E_INVALIDSEMANTICTYPE', 'The meaning of the type of the item is wrong'],
    ],
  },
  {
    who: ['server', 'device'],
    remedy: 'Do not send the node to this build and edition; it is harmless where the server probes',
    sources: [cspHeader],
    codes: [[0x86000002, 'CFGMGR_E_NODENOTFOUND', 'This build or edition has no node at the LocURI']],
  },
  {
    who: ['server'],
    remedy: 'Check which commands stand inside Atomic, and look at the first that fails',
    sources: [cspHeader],
    codes: [
      [0x86000003, '', 'The command must stand inside a transaction (Atomic)'],
      [0x86000004, '', 'The command must not stand inside a transaction (Atomic)'],
      [0x86000008, '', 'The commit of the transaction failed'],
      [0x86000009, '', 'The rollback of the transaction failed'],
      [0x06000007, '', 'The transaction was rolled back (a success code)'],
    ],
  },
  {
    who: ['server'],
    remedy: 'Look at the first failure of the message; this one follows from it',
    sources: [cspHeader],
    codes: [
      [0x86000005, '', 'The execution of the command failed'],
      [0x86000006, '', 'The execution, the cancellation or the cleanup of the command failed'],
      [0x8600000a, '', 'The execution, the cancellation or the cleanup of the command failed'],
      [0x8600000d, '', 'The command could not be canceled, or depends on an earlier failure'],
      [0x8600000e, '', 'The command depends on an earlier failure'],
    ],
  },
  {
    who: ['device'],
    remedy: 'Restart the device, and repair Windows if the code stays',
    sources: [cspHeader],
    codes: [
      [0x8600000b, '', 'The state of a node was used too late'],
      [0x8600000c, '', 'The registration of the CSP is corrupt'],
      [0x8600000f, '', 'The CSP engine is in an illegal state'],
      [0x86000010, '', 'The node needs a transaction of its own'],
    ],
  },
  {
    who: ['server'],
    remedy: 'Use a verb and a URI that the documentation of the CSP allows',
    sources: [cspHeader],
    codes: [
      [0x86000011, 'CFGMGR_E_COMMANDNOTALLOWED', 'The node does not allow the verb'],
      [0x86000012, 'CFGMGR_E_INTERCSPOPERATION', 'The command reaches over two CSPs'],
      [0x86000013, 'CFGMGR_E_PROPERTYNOTSUPPORTED', 'The node lacks the property'],
      [0x86000015, 'CFGMGR_E_FORBIDDENURISEGMENT', 'The URI has a segment that is not allowed'],
      [0x86000016, 'CFGMGR_E_READWRITEACCESSDENIED', 'The server may not read or write the node'],
      [0x86000017, 'CFGMGR_E_SECRETDATAACCESSDENIED', 'The server may not read secret data'],
    ],
  },
  {
    who: ['server', 'device'],
    remedy: 'Check the payload, the scope (user or device) and whether another source manages the setting',
    sources: [cspHeader],
    codes: [
      [0x86000018, 'CFGMGR_E_XMLPARSEERROR', 'The payload is not well-formed XML'],
      [0x86000019, 'CFGMGR_E_COMMANDTIMEOUT', 'The CSP took too long'],
      [0x86000020, 'CFGMGR_E_IMPERSONATIONERROR', 'The CSP could not act as the user'],
      [0x86000021, 'CFGMGR_E_WMIOPERATIONERROR', 'A WMI operation of the CSP failed'],
      [0x86000022, 'CFGMGR_E_NOIMPERSONATIONTARGET', 'The setting is for a user, and no user is signed in'],
      [0x86000023, 'CFGMGR_E_RESOURCEALREADYOWNED', 'Another source owns the setting'],
    ],
  },
  {
    who: ['server', 'device'],
    remedy: 'Use an edition that has the CSP, and one channel for each setting',
    sources: [
      messageFiles,
      evidence.declaredConfiguration,
      `${evidence.inferred}: 0x86000024, from the order of the messages`,
    ],
    codes: [
      [0x86000024, '', 'The CSP is not for this edition of Windows'],
      [0x86000031, '', 'A document of declared configuration owns the resource'],
    ],
  },
  {
    who: ['server'],
    remedy: 'Send Replace, not Add; in a provisioning document, remove the characteristic that stands twice',
    sources: [issue('fleetdm/fleet', 53280), evidence.reports, messageFiles],
    codes: [[0x82aa0002, '', 'The object exists already']],
  },
  {
    who: ['server'],
    remedy: 'Check that the document is well-formed, and look at the first failure',
    sources: [messageFiles, `${evidence.inferred}, from the order of the messages`],
    codes: [
      [0x82aa0000, '', 'The CSP is not initialised'],
      [0x82aa0001, '', 'The XML is malformed'],
      [0x82aa0003, '', 'There is no transaction'],
      [0x82aa0004, '', 'A counter of the CSP ran below zero (underflow)'],
      [0x82aa0005, '', 'The rollback failed'],
    ],
  },
  {
    meaning: 'No agreed meaning: "not enough memory", a failed impersonation or proxy, or a failure of Autopilot',
    who: ['not known'],
    remedy: 'Read the events before this one',
    sources: [evidence.coManagementMonitor, evidence.told],
    doubt: 'no agreed meaning: Microsoft Learn says "not enough memory", other public texts say otherwise',
    codes: [[0x82aa0008, '']],
  },
  {
    who: ['device'],
    remedy: 'Read the log of the MSI installation',
    sources: ['Event 1928 in public logs'],
    doubt: 'no name found in a header or document',
    codes: [[0x82ac0204, '', 'The alert with the status of an MSI installation was not sent']],
  },
  {
    meaning: 'No agreed meaning: seen only in tests',
    who: ['not known'],
    remedy: 'Read the event before this one',
    sources: ['Seen in public tests'],
    doubt: 'no name found in a header or document',
    codes: [[0x82b00006, '']],
  },
  {
    who: ['administrator'],
    remedy: 'Look at the setting in the Intune console, which alone shows this code; no enrollment ends with it',
    sources: [evidence.intuneTexts],
    codes: [
      [0x87d1fde8, '', 'Intune: the remediation of a setting failed'],
      [0x87d1fde9, '', 'Intune: the setting is not applicable to the device'],
      [0x87d1fdea, '', 'Intune: a parameter of the setting is bad'],
      [0x87d1fdeb, '', 'Intune: the type of the setting does not convert'],
      [0x87d1fdec, '', 'Intune: the setting was not found'],
      [0x87d1fded, '', 'Intune: the discovery source of the setting failed'],
      [0x87d1fdee, '', 'Intune: the setting lost a conflict with another policy'],
      [0x87d1fdef, '', 'Intune: the rule of the setting failed'],
      [0x87d1fdf0, '', 'Intune: information of a certificate is missing or wrong'],
      [0x87d1fdf1, '', 'Intune: information of a certificate is missing or wrong'],
      [0x87d1fdf2, '', 'Intune: the NDES URL is missing or wrong'],
      [0x87d1fdf3, '', 'Intune: the certificate request failed'],
      [0x87d1fdf4, '', 'Intune: there is no PFX'],
      [0xc7d24fc5, '', 'Intune: the value of a setting is not valid'],
      [0xc7d24fc6, '', 'Intune: the evaluation of a setting failed without a reason'],
    ],
  },
]);
