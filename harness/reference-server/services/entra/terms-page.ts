import type { TermsPage } from '../../../engine/rule/entra-behaviour.ts';
import { escapeHtml } from '../sign-in/escape-html.ts';

/** What the form of the page sends back. */
export interface TermsForm {
  /** The path that the form is sent to. */
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  /** Whether the device joins: then nobody declines. */
  readonly joins: boolean;
  /** Addresses that lead back to the device. */
  readonly links: { readonly accept: string; readonly decline: string };
  readonly peculiarity: TermsPage | undefined;
}

/** The Content-Security-Policy of the page. Windows shows it in a frame, so that nothing is said of frames. */
export const termsPolicy =
  "default-src 'none'; base-uri 'none'; form-action 'self' ms-appx-web: ms-app: ms-aad-brokerplugin:";

/** Asks the user to accept the terms. It works without script, and asks for no credentials. */
export function termsPage({ action, hidden, joins, links, peculiarity }: TermsForm): string {
  const declines = !joins || peculiarity === 'declines-join';
  const fields = Object.entries(hidden).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`,
  );
  const password =
    '<p><label for="password">Password</label> <input id="password" name="password" type="password"></p>';
  const answers =
    peculiarity === 'links'
      ? [
          `<p><a href="${escapeHtml(links.accept)}">Accept</a></p>`,
          ...(declines ? [`<p><a href="${escapeHtml(links.decline)}">Decline</a></p>`] : []),
        ]
      : [
          `<form method="post" action="${escapeHtml(action)}">`,
          ...fields,
          ...(peculiarity === 'asks-password' ? [password] : []),
          '<p><button type="submit" name="answer" value="accept">Accept</button>',
          ...(declines ? ['<button type="submit" name="answer" value="decline">Decline</button>'] : []),
          '</p>',
          '</form>',
        ];
  return document('Terms of use', [
    '<p>Your organisation manages this device. It sets the rules of the device, and can erase it.</p>',
    ...answers,
  ]);
}

/** Says why there are no terms here. It shows nothing of the request. */
export function termsProblemPage(says: string): string {
  return document('The terms of use cannot be shown', [`<p>${escapeHtml(says)}</p>`]);
}

function document(title: string, content: readonly string[]): string {
  return [
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
}
