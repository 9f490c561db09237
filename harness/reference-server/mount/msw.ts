import { http } from 'msw';
import { setupServer } from 'msw/node';
import { toFetchHandler } from './fetch-handler.ts';
import type { ReferenceServer } from './handler.ts';

/**
 * Serves `server` at `origin` inside this process until it is disposed of. Requests to other addresses of this machine
 * work as usual; all others fail. For tests only: msw is not a dependency of the package.
 */
export function mountReferenceServer(origin: string, server: ReferenceServer): Disposable {
  const handle = toFetchHandler(server);
  const network = setupServer(http.all(`${origin}/*`, ({ request }) => handle(request)));
  network.listen({
    onUnhandledRequest: (request, print) => {
      if (!loopback.has(new URL(request.url).hostname)) print.error();
    },
  });
  return {
    [Symbol.dispose]: () => {
      network.close();
    },
  };
}

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);
