import { learn } from './evidence.ts';

/** The scheme of a link that starts the enrollment app of Windows. */
export const deepLinkScheme = 'ms-device-enrollment:';

/** One query parameter of a deep link, as Microsoft Learn documents it. */
export interface LinkParameter {
  readonly name: LinkParameterName;
  /** What its value may be. */
  readonly type: string;
  /** The first version of Windows 10 that knows it. */
  readonly since: '1607' | '1703';
  /** What it says. */
  readonly meaning: string;
  /** `windows`: the enrollment app reads it. `server`: a custom parameter, which Windows does not interpret. */
  readonly readBy: 'windows' | 'server';
  readonly sources: readonly [string, ...string[]];
}

/** The names of the parameters, as the documents write them: in lower case. */
export type LinkParameterName =
  'mode' | 'username' | 'servername' | 'accesstoken' | 'deviceidentifier' | 'tenantidentifier' | 'ownership';

/** The seven parameters, in the order of the document. */
export const linkParameters: readonly LinkParameter[] = [
  {
    name: 'mode',
    type: 'mdm, awa or aadj',
    since: '1607',
    meaning: 'what the enrollment app does',
    readBy: 'windows',
    sources: [learn],
  },
  {
    name: 'username',
    type: 'an e-mail address or a user principal name',
    since: '1703',
    meaning: 'the user who enrolls',
    readBy: 'windows',
    sources: [learn],
  },
  {
    name: 'servername',
    type: 'the URL of the server, with https:',
    since: '1703',
    meaning: 'the server at which the device enrolls',
    readBy: 'windows',
    sources: [learn],
  },
  {
    name: 'accesstoken',
    type: 'a text that the server chooses',
    since: '1703',
    meaning: 'a token by which the server may know the request',
    readBy: 'server',
    sources: [learn],
  },
  {
    name: 'deviceidentifier',
    type: 'a GUID',
    since: '1703',
    meaning: 'a device, for the server',
    readBy: 'server',
    sources: [learn],
  },
  {
    name: 'tenantidentifier',
    type: 'a GUID or a text',
    since: '1703',
    meaning: 'the tenant of the device or the user, for the server',
    readBy: 'server',
    sources: [learn],
  },
  {
    name: 'ownership',
    type: '1, 2 or 3',
    since: '1703',
    meaning: 'who owns the device (1 not known, 2 the user, 3 the organisation), for the server',
    readBy: 'server',
    sources: [learn],
  },
];

/** The parameter of a name, in any letter case; undefined for another name. */
export function linkParameter(name: string): LinkParameter | undefined {
  return linkParameters.find((parameter) => parameter.name === name.toLowerCase());
}

/** What a deep link asks Windows to do: device management only, add a work account, or join to Microsoft Entra ID. */
export type LinkMode = 'mdm' | 'awa' | 'aadj';

/** The modes, with the first version of Windows 10 that knows each and what each starts. */
export const linkModes: Readonly<Record<LinkMode, { readonly since: '1607' | '1709'; readonly starts: string }>> = {
  mdm: { since: '1607', starts: 'enrolls the device in device management only' },
  awa: { since: '1709', starts: 'adds a work or school account' },
  aadj: { since: '1709', starts: 'joins the device to Microsoft Entra ID' },
};

/** Whether a text is a mode as the documents write it; their table has capitals, their examples have none. */
export function isLinkMode(text: string): text is LinkMode {
  return Object.hasOwn(linkModes, text);
}
