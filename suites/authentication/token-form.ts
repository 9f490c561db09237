import { endFormOf } from '../../harness/protocol/html/end-form.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { afterLogin, replace } from '../../harness/engine/rule/departures.ts';
import { appruOf } from './shared/start-page.ts';

/** The window of the sign-in closes when a form goes to the application that opened it, and to no other address. */
export const tokenForm = defineCheck({
  id: 'authentication/token-form',
  title: 'The last page of the sign-in holds a form with method POST whose action is the appru',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['AUTH-02'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the token reaches the application that enrolls the device' },
  remedy:
    'Write method="post" into the last form, and the appru of the first request as its action, with its escapes of HTML.',
  needs: { across: 'authenticate', atLeast: 1, filter: 'answered' },
  applies: {
    when: 'a sign-in has a first and a last page',
    test: (pages) => [...lastPages(pages)].length > 0,
  },

  *judge(pages) {
    for (const { page, appru } of lastPages(pages)) {
      const form = endFormOf(page.page);
      if (form === undefined) continue;
      const at = page.at('body');
      if (form.method !== 'post') yield { message: `The form has the method ${form.method.toUpperCase()}`, at };
      if (form.action !== appru) {
        yield { message: `The form goes to ${JSON.stringify(form.action)}`, at, expected: appru, actual: form.action };
      }
    }
  },

  counterexamples: [
    { name: 'the method GET', ...afterLogin(replace('authenticate', 'method="post"', 'method="get"')) },
    { name: 'no method', ...afterLogin(replace('authenticate', ' method="post"', '')) },
    {
      name: 'another application',
      ...afterLogin(replace('authenticate', 'ms-app://windows.immersivecontrolpanel', 'ms-app://contoso.example')),
    },
    {
      name: 'a slash behind the appru',
      ...afterLogin(replace('authenticate', '//windows.immersivecontrolpanel', '//windows.immersivecontrolpanel/')),
    },
  ],
});

interface LastPage {
  readonly page: Evidence;
  readonly appru: string;
}

/** The last page of each sign-in whose first one was seen. */
function* lastPages(pages: readonly Evidence[]): Iterable<LastPage> {
  const opened = new Map<string, string>();
  for (const page of pages) {
    const { label } = page.exchange;
    const flow = label === undefined ? '' : `${label.scenario} ${label.flow}`;
    const appru = appruOf(page) ?? opened.get(flow);
    if (appru === undefined) continue;
    opened.set(flow, appru);
    if (page.state === 'success') yield { page, appru };
  }
}
