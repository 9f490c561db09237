/** A request to something that is not an HTTP address. It was not sent. The message omits what may be secret. */
export class UnusableUrl extends Error {
  override readonly name = 'UnusableUrl';

  constructor(url: string) {
    const [shown = ''] = url.split(/[?#]/);
    super(`${JSON.stringify(shown.slice(0, 80))} is no address to send to; it must be an absolute https: URL`);
  }
}
