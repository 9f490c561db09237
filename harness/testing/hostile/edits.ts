import type { Behaviour, Holds } from './behaviour.ts';
import { varyBody, varyDocument, varyHeaders } from '../varied-run.ts';
import type { About, Vary } from '../varied-run.ts';

type Kind = About['kind'];

/** A row whose answers are changed on their way. */
export const answers = (name: string, vary: Vary, holds: Holds, more: Partial<Behaviour> = {}): Behaviour => ({
  name,
  attack: { by: 'answers', vary },
  holds,
  ...more,
});

/** Changes the text of the answers of one kind; throws where that changes nothing, for the row would show nothing. */
export const edit = (kind: Kind, change: (text: string) => string | Uint8Array): Vary =>
  varyBody((body, about) => {
    if (about.kind !== kind) return body;
    const text = Buffer.from(body).toString();
    const changed = change(text);
    if (changed === text) throw new TypeError(`the edit changes nothing of ${kind}`);
    return Buffer.from(changed);
  });

/** Adds header fields to the answers of one kind, in their order. */
export const fields = (kind: Kind, ...added: readonly (readonly [name: string, value: string])[]): Vary =>
  varyHeaders((headers, about) => (about.kind === kind ? [...headers, ...added] : headers));

/** Changes the provisioning document; throws where that changes nothing. */
export const document = (change: (text: string) => string | Uint8Array): Vary =>
  varyDocument((text) => {
    const changed = change(text);
    if (changed === text) throw new TypeError('the edit changes nothing of the document');
    return changed;
  });

/** Puts a text before the end of the first element of that local name. */
export const into =
  (element: string, text: string) =>
  (body: string): string =>
    body.replace(new RegExp(`</(?:\\w+:)?${element}>`), (end) => `${text}${end}`);

/** Puts markup in the provisioning document behind its last characteristic. */
export const behind =
  (markup: string) =>
  (text: string): string =>
    text.replace('</wap-provisioningdoc>', () => `${markup}</wap-provisioningdoc>`);
