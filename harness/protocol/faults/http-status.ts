/** The numbers of Windows 8.1, and of the HTTP statuses and network errors that later versions show. */
export const registrationBase = 0x80190000;

/** The HRESULT by which a device shows an HTTP status that came without a fault (field evidence: fleetdm/fleet 34993). */
export function wrapHttpStatus(status: number): number {
  return registrationBase + status;
}
