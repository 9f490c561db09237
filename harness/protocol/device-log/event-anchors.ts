/**
 * What the English texts of events say, for a text that lost the number of its event. From the message files of
 * dmenterprisediagnostics.dll (builds 10586, 14393 and 22000). The more particular stand first.
 */
const anchors: readonly (readonly [id: number, text: RegExp])[] = [
  [52, /Fault\/Code\/Subcode\/Value=\(/i],
  [69, /fault.{0,80}couldn'?t parse it/i],
  [3, /failed sign the server request/i],
  [4, /Certificate policy request sent successfully/i],
  [5, /Certificate policy request sending failed/i],
  [6, /Certificate policy response processed/i],
  [7, /Failed to receive or parse certificate policy response/i],
  [8, /Certificate enrollment request sent/i],
  [9, /Certificate enrollment request sending failed/i],
  [10, /Certificate enrollment response (?:received and )?parsed/i],
  [11, /Failed to receive or parse certificate enroll response/i],
  [12, /Failed to generate cert request/i],
  [15, /install client certificate/i],
  [17, /client configuration failed\. RAWResult/i],
  [16, /OMA-DM client configuration succeeds/i],
  [53, /get token from STS/i],
  [55, /Enrollment via UX failed/i],
  [56, /parse server provisioning XML/i],
  [57, /Provisioning failed/i],
  [58, /Provisioning succeeded/i],
  [71, /MDM Enroll: Failed \(/i],
  [72, /MDM Enroll: Succeeded/i],
  [76, /Auto MDM Enroll: Device Credential \(.*Failed/i],
  [75, /Auto MDM Enroll: Device Credential \(.*Succeeded|Auto MDM Enroll: Succeeded/i],
  [204, /failed to connect to the server/i],
  [209, /OMA-DM session ended with status/i],
  [212, /Failed to get AAD Token/i],
  [404, /Command failure status/i],
];

const numbered = /\bevent\s*(?:id)?\s*[:=#]?\s*(\d{1,5})\b/i;

/** The event that a line of text is about, by its English sentence or by "Event ID: 71". */
export function eventNamedIn(line: string): number | undefined {
  const named = anchors.find(([, text]) => text.test(line))?.[0];
  if (named !== undefined) return named;
  const number = /MDM|DeviceManagement|enroll/i.test(line) ? numbered.exec(line)?.[1] : undefined;
  return number === undefined ? undefined : Number(number);
}
