/** How a reference server departs from the rules of management sessions. */
export interface ManagementBehaviour {
  /**
   * Which devices the server takes, besides those that show their certificate: whomever the message names, without a certificate
   * (`anybody`) or with one of any device (`named`), whoever shows a certificate with the subject of a device, one that has expired, or
   * one of a device that left, and whoever sends a certificate in a header or in the signature of a message (`signer`). Two are lawful: `key`, a device is known by its key, in whatever
   * certificate, and `secret`, it is known by the secret of its account alone.
   */
  readonly admits?:
    'anybody' | 'named' | 'subject' | 'expired' | 'unenrolled' | 'forwarded' | 'signer' | 'key' | 'secret';
  /**
   * What the server makes of the secret of the account: it never asks for it, believes none, believes any, or believes one that was used
   * before.
   */
  readonly proof?: 'unasked' | 'never-believed' | 'any' | 'used-before';
  /** The server asks for a proof with the same nonce each time. */
  readonly repeatsNonce?: true;
  /** The server asks once more after it has believed a proof. */
  readonly challengesAgain?: true;
  /**
   * The server has commands in each message, goes on with a session that the device begins anew, sends a change in each session, or
   * refuses a message that comes again.
   */
  readonly sessions?: 'endless' | 'kept' | 'repetitive' | 'strict';
  /** Besides its other commands, the server sends one that this names. */
  readonly sends?: ManagementFlaw;
  /** Lawful: every device has to sign its messages, not only those of a prepared user. */
  readonly asksForSignatures?: true;
  /**
   * Of a device that has to sign its messages, the server reads no signature, takes one over other bytes, or one of whomever it names.
   */
  readonly signatures?: 'unread' | 'of-anything' | 'of-anybody';
  /** The server takes no notice of a device that leaves, or waits for it although it has told it to leave. */
  readonly leaving?: 'unnoticed' | 'unasked';
}

/** Commands that a device does not do as they are meant. */
export type ManagementFlaw =
  | 'get-in-atomic'
  | 'atomic-in-atomic'
  | 'replace-after-add'
  | 'exec-before-add'
  | 'both-scopes-in-atomic'
  | 'user-scope'
  | 'renewal-settings'
  | 'exec-of-two'
  | 'get-with-data'
  | 'add-without-target'
  | 'slash-address';
