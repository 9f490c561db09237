/** A request was to go to something that is no HTTP address. Nothing was sent. */
export class UnusableUrl extends Error {
  override readonly name = 'UnusableUrl';

  constructor(url: string) {
    super(`${JSON.stringify(url.slice(0, 80))} is no address to send to; it must be an absolute https: URL`);
  }
}
