import type { Device } from '../../../harness/device/client/device.ts';
import type { MessageOptions } from '../../../harness/device/client/steps.ts';
import type { Scenario } from '../../../harness/device/run/scenario.ts';
import { linkPageScenario, readLinkPage } from '../../../harness/engine/evidence/link-page.ts';
import type { Answer } from '../../../harness/wire/exchange/exchange.ts';
import { edge } from './edge.ts';

/** In front of one page. */
const mostRedirects = 5;

/** A page that shows its links is asked once more with a parameter that it cannot know, if its address has no query that it may be signed with. */
export const deepLinkPages: Scenario = {
  id: linkPageScenario,
  title: 'A browser opens the pages that publish enrollment links, and once more with a parameter that nobody knows',
  effect: 'read',
  devices: 1,
  given: 'links',

  async drive(context) {
    const device = context.device(linkPageScenario);
    for (const [index, url] of context.linkPages().entries()) {
      const page = `page-${index + 1}`;
      const opened = await open(device, url, { name: page });
      if (!opened || opened.url.includes('?')) continue;
      const { response } = opened.answer;
      if (!response || readLinkPage(opened.url, response).state !== 'success') continue;
      const variant = { variant: 'a parameter that nobody knows', family: 'page-parameters' };
      await open(device, `${opened.url}?mde-conformance=1`, { name: `${page}-parameter`, ...variant });
      await open(device, opened.url, { name: `${page}-control-after`, control: true });
    }
  },
};

/** The page behind the redirects of an address; undefined where a device would not go on. */
async function open(
  device: Device,
  start: string,
  options: MessageOptions & { readonly name: string },
): Promise<{ readonly url: string; readonly answer: Answer } | undefined> {
  let url = start.replace(/#.*$/s, '');
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const name = redirects === 0 ? options.name : `${options.name}-redirect-${redirects}`;
    const answer = await device.request('GET', url, { ...options, name, profile: edge });
    const { status = 0, headers = [] } = answer.response ?? {};
    const location = headers.find(([field]) => field.toLowerCase() === 'location')?.[1];
    if (status < 300 || status > 399 || location === undefined) return { url, answer };
    const to = URL.canParse(location, url) ? new URL(location, url).href.replace(/#.*$/s, '') : '';
    if (!device.accepts(to)) return { url, answer };
    url = to;
  }
  return undefined;
}
