import type { XmlObject } from '../../protocol/xml/write.ts';

/** The seven subcodes of MS-MDE2 2.2.10. */
export type Subcode =
  | 'MessageFormat'
  | 'Authentication'
  | 'Authorization'
  | 'CertificateRequest'
  | 'EnrollmentServer'
  | 'InternalServiceFault'
  | 'InvalidSecurity';

/** Thrown when a request is refused, and answered with a fault. The user sees the message. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly subcode: Subcode;
  readonly errorType: string | undefined;

  constructor(subcode: Subcode, message: string, errorType?: string) {
    super(message);
    this.subcode = subcode;
    this.errorType = errorType;
  }
}

/** Codes by which SOAP itself refuses an envelope (SOAP 1.2 Part 1 section 5.4.6). */
export type EnvelopeCode = 'VersionMismatch' | 'MustUnderstand';

/** A refusal of the envelope, before the server reads its contents. */
export class EnvelopeRefusal extends Refusal {
  readonly code: EnvelopeCode;
  /** Header blocks of the fault that say what the server understands, or what it does not. */
  readonly blocks: XmlObject;

  constructor(code: EnvelopeCode, message: string, blocks: XmlObject) {
    super('MessageFormat', message);
    this.code = code;
    this.blocks = blocks;
  }
}

/** Runs one step of reading a request, and decides whether its refusal counts. */
export type Attempt = <T>(step: () => T, otherwise: () => T) => T;

/** Every refusal counts. */
export const strictly: Attempt = (step) => step();

/** Ignores a refusal, so that a wrong request gets the success of a right one. */
export const leniently: Attempt = (step, otherwise) => {
  try {
    return step();
  } catch (error) {
    if (error instanceof Refusal) return otherwise();
    throw error;
  }
};
