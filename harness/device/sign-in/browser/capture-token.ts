import { tokenInput } from '../../../protocol/html/end-form.ts';

/** What a page hands over: the last form of a sign-in. */
export interface SubmittedForm {
  readonly method: string;
  /** The token; missing if the form has no such input. */
  readonly value?: string;
}

/** The function of a page that hands a form over. */
export const handOver = 'mdeConformanceHandOver';

/**
 * Runs in each page before its own scripts. A form to an application never leaves the browser: neither if a user sends it, nor if a script
 * does. It is handed over instead. Forms to the web go on.
 */
export const captureScript = `(() => {
  const isOfApplication = (address) =>
    /^[a-z][a-z0-9+.-]*:/i.test(address) && !/^(?:https?|javascript|data|about|blob|mailto|tel):/i.test(address);
  const handedOver = (form, submitter) => {
    const action = (submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? '').trim();
    if (!isOfApplication(action)) return false;
    const token = new FormData(form).get(${JSON.stringify(tokenInput)});
    const method = (form.getAttribute('method') ?? 'get').trim().toLowerCase();
    window.${handOver}({ method, ...(typeof token === 'string' ? { value: token } : {}) });
    return true;
  };
  const submit = HTMLFormElement.prototype.submit;
  HTMLFormElement.prototype.submit = function () {
    if (!handedOver(this)) submit.call(this);
  };
  window.addEventListener('submit', (event) => {
    if (!event.defaultPrevented && handedOver(event.target, event.submitter)) event.preventDefault();
  });
})();`;
