import { createHash } from 'node:crypto';
import type { SignInPage } from '../../../engine/rule/sign-in-behaviour.ts';
import { escapeHtml } from './escape-html.ts';

/** A page of the sign-in, with the Content-Security-Policy that lets it do what it must and nothing else. */
export interface Page {
  readonly status: 200 | 400 | 403;
  readonly html: string;
  readonly policy: string;
}

/** What the page asks of the user, and what it remembers. */
export interface LoginForm {
  /** The path that the form is sent to. */
  readonly action: string;
  readonly appru: string;
  /** Proves that the form came from this server to this browser. */
  readonly csrf: string;
  /** What stands in the field for the user name already. */
  readonly username: string;
  /** What went wrong with the last try. */
  readonly problem?: string;
  readonly defect: SignInPage | undefined;
}

/** Asks for user name and password. It works without script. */
export function loginPage({ action, appru, csrf, username, problem, defect }: LoginForm): Page {
  const shown = nameIn(username, defect);
  const said = problem === undefined ? [] : [`<p id="problem" role="alert">${escapeHtml(problem)}</p>`];
  const described = problem === undefined ? '' : ' aria-describedby="problem"';
  return page(200, 'Sign in to enroll your device', "form-action 'self'", [
    ...said,
    `<form method="post" action="${escapeHtml(action)}">`,
    hidden('appru', appru),
    hidden('csrf', csrf),
    ...(defect === 'trusts-login-hint' || defect === 'binds-login-hint' ? [hidden('login_hint', username)] : []),
    '<p><label for="username">User name</label><br>',
    `<input id="username" name="username" type="text" autocomplete="username" required value="${shown}"${described}></p>`,
    '<p><label for="password">Password</label><br>',
    `<input id="password" name="password" type="password" autocomplete="current-password" required${described}></p>`,
    '<p><button type="submit">Sign in</button></p>',
    '</form>',
    ...(defect === 'login-hint-in-script'
      ? [`<script>var hint = "${username.replaceAll('<', '\\u003c')}";</script>`]
      : []),
  ]);
}

function nameIn(username: string, defect: SignInPage | undefined): string {
  if (defect === 'raw-login-hint') return username;
  return defect === 'quotes-of-login-hint'
    ? username.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    : escapeHtml(username);
}

const submit = 'document.forms[0].submit();';

/**
 * Ends the sign-in: a form with the token, which goes to the caller at once (MS-MDE2 3.2). Without script, or where it is blocked, the
 * user sends it.
 */
export function tokenPage(appru: string, token: string, defect: SignInPage | undefined): Page {
  if (defect === 'form-by-script') return scriptedPage(appru, token);
  return page(200, 'You are signed in', `form-action ms-app:; script-src ${hashOf(submit)}`, [
    `<form method="post" action="${escapeHtml(appru)}">`,
    `<input type="hidden" name="wresult" value="${tokenText(token, defect)}">`,
    '<p><button type="submit">Continue</button></p>',
    '</form>',
    `<script>${submit}</script>`,
  ]);
}

function tokenText(token: string, defect: SignInPage | undefined): string {
  if (defect === 'raw-token') return token;
  return defect === 'token-escaped-twice' ? escapeHtml(escapeHtml(token)) : escapeHtml(token);
}

function scriptedPage(appru: string, token: string): Page {
  const script = [
    "const form = document.body.appendChild(document.createElement('form'));",
    `form.method = 'post'; form.action = ${inScript(appru)};`,
    "const input = form.appendChild(document.createElement('input'));",
    `input.type = 'hidden'; input.name = 'wresult'; input.value = ${inScript(token)}; form.submit();`,
  ].join('\n');
  const policy = `form-action ms-app:; script-src ${hashOf(script)}`;
  return page(200, 'You are signed in', policy, [`<script>${script}</script>`]);
}

/** A text of JavaScript that cannot end its element. */
function inScript(text: string): string {
  return JSON.stringify(text).replace(/[<>&]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
}

/** Says why there is no sign-in; it shows nothing of the request. */
export function refusalPage(status: 400 | 403, says: string): Page {
  return messagePage(status, `<p>${escapeHtml(says)}</p>`);
}

/** Says something in HTML of the caller. */
export function messagePage(status: Page['status'], html: string): Page {
  return page(status, 'There is no sign-in here', "form-action 'none'", [html]);
}

function hidden(name: string, value: string): string {
  return `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`;
}

function hashOf(script: string): string {
  return `'sha256-${createHash('sha256').update(script, 'utf8').digest('base64')}'`;
}

function page(status: Page['status'], title: string, policy: string, content: readonly string[]): Page {
  const html = [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${title}</h1>`,
    ...content,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
  return { status, html, policy: `default-src 'none'; base-uri 'none'; frame-ancestors 'none'; ${policy}` };
}
