/** Where a secret is, never the secret. Paths are as the user gave them, from the working folder. */
export type Reference = { readonly env: string } | { readonly file: string };

/** What a target file is made of. Paths are from the working folder. */
export interface Answers {
  readonly url: string;
  readonly email: string;
  /** PEM file of the roots of TLS. */
  readonly ca?: string;
  readonly password?: Reference;
  readonly signIn?:
    | { readonly token: Reference }
    | { readonly command: readonly string[] }
    | { readonly browser: Readonly<Record<string, never>> };
  readonly certificate?: { readonly certFile: string; readonly keyFile: string };
}
