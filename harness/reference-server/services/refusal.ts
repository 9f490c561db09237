/** The seven subcodes of MS-MDE2 2.2.10. */
export type Subcode =
  | 'MessageFormat'
  | 'Authentication'
  | 'Authorization'
  | 'CertificateRequest'
  | 'EnrollmentServer'
  | 'InternalServiceFault'
  | 'InvalidSecurity';

/** Thrown while a request is read, and answered with a fault. The message is the text that the user sees. */
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

/** An envelope that is refused before anyone looks at what it holds. */
export class EnvelopeRefusal extends Refusal {
  readonly code: EnvelopeCode;

  constructor(code: EnvelopeCode, message: string) {
    super('MessageFormat', message);
    this.code = code;
  }
}

/** Runs one step of reading a request; decides whether its refusal stands. */
export type Attempt = <T>(step: () => T, otherwise: () => T) => T;

/** Every refusal stands. */
export const strictly: Attempt = (step) => step();

/** A refused step is passed over, so that a wrong request gets the success that a right one would get. */
export const leniently: Attempt = (step, otherwise) => {
  try {
    return step();
  } catch (error) {
    if (error instanceof Refusal) return otherwise();
    throw error;
  }
};
