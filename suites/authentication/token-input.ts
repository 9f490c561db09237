import { endFormOf, tokenInput as wresult } from '../../harness/protocol/html/end-form.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { afterLogin, behaves, replace } from '../../harness/engine/rule/departures.ts';

/** The device looks for the token under this name. */
export const tokenInput = defineCheck({
  id: 'authentication/token-input',
  title: 'The last form has one hidden input "wresult", which is not empty',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['AUTH-04'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the device finds the token, which it needs for every later request' },
  remedy: 'Write the token, with its escapes of HTML, into the value of one hidden input named wresult.',
  needs: { each: 'authenticate' },

  *judge(evidence) {
    const at = evidence.at('body');
    const inputs = endFormOf(evidence.page)?.fields.filter(({ name }) => name === wresult) ?? [];
    if (inputs.length !== 1) yield { message: `The last form has ${inputs.length} inputs named "wresult"`, at };
    for (const { type, value } of inputs) {
      if (type !== 'hidden') yield { message: `The input "wresult" has the type ${JSON.stringify(type)}`, at };
      if (value.trim() === '') yield { message: 'The input "wresult" is empty', at };
    }
    const cut = evidence.page.markup.find(({ name, attributes }) => name === 'input' && attributes.some(isCut));
    if (inputs.length > 0 && cut) {
      yield { message: 'A quotation mark without its escape ends the value of an input too early', at };
    }
  },

  counterexamples: [
    { name: 'another name', ...afterLogin(replace('authenticate', 'name="wresult"', 'name="token"')) },
    {
      name: 'a visible input',
      ...afterLogin(replace('authenticate', 'type="hidden" name="wresult"', 'type="text" name="wresult"')),
    },
    {
      name: 'an empty value',
      ...afterLogin(replace('authenticate', 'name="wresult" value="', 'name="wresult" value="" title="')),
    },
    { name: 'a token without its escapes', ...behaves({ signInPage: 'raw-token' }) },
    {
      name: 'two of them',
      ...afterLogin(
        replace(
          'authenticate',
          '<input type="hidden" name="wresult"',
          '<input type="hidden" name="wresult" value="first"><input type="hidden" name="wresult"',
        ),
      ),
    },
  ],
});

/** No attribute has such a name, unless the text before it was meant to go on. */
function isCut(attribute: string): boolean {
  return /["'<]/.test(attribute);
}
