/** More than a bare GET was to go over TLS 1.0 or 1.1. Nothing was sent. Our own defect. */
export class UnprotectedRefused extends Error {
  override readonly name = 'UnprotectedRefused';

  constructor(url: URL) {
    super(`a request to ${url.origin} offers only TLS 1.0 or 1.1, and is no bare GET`);
  }
}
