/** A request other than a bare GET over TLS 1.0 or 1.1. It was not sent: an internal error. */
export class UnprotectedRefused extends Error {
  override readonly name = 'UnprotectedRefused';

  constructor(url: URL) {
    super(`a request to ${url.origin} offers only TLS 1.0 or 1.1, and is no bare GET`);
  }
}
