/**
 * A request in plain `http:` beyond this machine. It was not sent, because it would have shown credentials to the
 * network.
 */
export class PlainHttpRefused extends Error {
  override readonly name = 'PlainHttpRefused';

  constructor(url: URL) {
    super(`${url.origin} is not HTTPS; http: is allowed on loopback only (localhost, 127.0.0.0/8, [::1])`);
  }
}
