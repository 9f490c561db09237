import { mattrax } from './evidence.ts';
import { notKnown, type LinkDefect, type LinkEffect } from './link-defect.ts';
import { isLinkMode, type LinkParameterName } from './parameters.ts';
import { shownValue } from './shown-value.ts';
import { isGuid, isOwnership, isPrincipalName, isServerUrl } from './value-forms.ts';

/** What is wrong with the decoded value of a parameter. The access token is never shown. */
export function defectOfValue(name: LinkParameterName, value: string): Omit<LinkDefect, 'parameter'> | undefined {
  if (value === '') return wrong('empty-value', `"${name}" has no value`, 'Give it a value, or leave it out');
  const shown = `${name} is "${shownValue(value)}"`;
  switch (name) {
    case 'mode':
      return isLinkMode(value.toLowerCase())
        ? undefined
        : wrong('wrong-mode', `${shown}, which is no mode`, 'Write mdm, awa or aadj');
    case 'username':
      return isPrincipalName(value)
        ? undefined
        : wrong(
            'wrong-username',
            `${shown}, which is no e-mail address and no user principal name`,
            'Write a name such as user@contoso.com, percent-encoded: user%40contoso.com',
          );
    case 'servername':
      return defectOfServer(value);
    case 'deviceidentifier':
      return isGuid(value)
        ? undefined
        : wrong('wrong-device-identifier', `${shown}, which is no GUID`, 'Write a GUID, or leave it out');
    case 'ownership':
      return isOwnership(value)
        ? undefined
        : wrong('wrong-ownership', `${shown}, which is none of 1, 2 and 3`, 'Write 1, 2 or 3, or leave it out');
    case 'accesstoken':
      return wrong(
        'shown-secret',
        'The link carries an access token: whoever sees the link has it (it is not shown here)',
        'Let the server accept the token once, for a short time, and for the user of the link only',
        { known: true, says: 'Windows keeps the token for later attempts', source: mattrax },
      );
    case 'tenantidentifier':
      return undefined;
  }
}

function defectOfServer(value: string): Omit<LinkDefect, 'parameter'> | undefined {
  if (isServerUrl(value)) return undefined;
  return /^http:\/\//i.test(value)
    ? wrong(
        'plain-server',
        `servername is "${shownServer(value)}", which is not https:`,
        'Write the URL with https:; a password must not travel in plain text',
      )
    : wrong(
        'wrong-server',
        `servername is "${shownServer(value)}", which is no absolute URL with https:`,
        'Write the whole URL, such as https://mdm.contoso.com/EnrollmentServer/Discovery.svc, percent-encoded',
      );
}

/** Without a user name and a password that stand in it. */
function shownServer(value: string): string {
  return shownValue(value.replace(/^([a-z][a-z\d+.-]*:\/*)?[^/?#]*@/i, '$1…@'));
}

function wrong(
  kind: LinkDefect['kind'],
  says: string,
  remedy: string,
  effect: LinkEffect = notKnown,
): Omit<LinkDefect, 'parameter'> {
  return { kind, says, remedy, effect };
}
