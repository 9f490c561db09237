/** A secret stands where nothing can replace it: a certificate that is changed is none. */
export class SecretInDer extends Error {
  readonly placeholder: string;
  constructor(placeholder: string) {
    super(placeholder);
    this.placeholder = placeholder;
  }
}

/** What `work` gives, or `otherwise` where a secret stands in DER. */
export function unlessInDer<T>(work: () => T, otherwise: (placeholder: string) => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof SecretInDer) return otherwise(error.placeholder);
    throw error;
  }
}
