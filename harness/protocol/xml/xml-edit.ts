/** One edit of an XML document; `at` is an XPath 1.0 with the fixed prefixes of `harness/protocol/xml/namespaces.ts`. */
export type XmlEdit =
  /** Replaces the text of each matching element, or the value of each matching attribute. */
  | { readonly op: 'set'; readonly at: string; readonly to: string }
  /** Removes each matching element or attribute. */
  | { readonly op: 'remove'; readonly at: string }
  /** Gives each matching element another local name, or with `{uri}name` another namespace too. */
  | { readonly op: 'rename'; readonly at: string; readonly to: string }
  /** Inserts a copy of the (first) matching element behind it. */
  | { readonly op: 'duplicate'; readonly at: string }
  /** Moves the first matching element behind its next sibling element. */
  | { readonly op: 'swap'; readonly at: string }
  /** Adds an attribute (with `{uri}name` in a namespace) to each matching element. */
  | { readonly op: 'attribute'; readonly at: string; readonly name: string; readonly to: string }
  /** Parses `xml` and appends it to the (first) matching element. */
  | { readonly op: 'append'; readonly at: string; readonly xml: string };
