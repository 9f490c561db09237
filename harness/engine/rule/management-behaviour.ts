/** How a reference server departs from the rules of management sessions. */
export interface ManagementBehaviour {
  /**
   * What lets the server hold a session, besides the certificate of a device: whatever the message says, any certificate with the subject
   * of a device, or a certificate that another one has replaced.
   */
  readonly admits?: 'anybody' | 'subject' | 'replaced';
}
