/** The `href` of an `a` or `area` of a page, before anybody resolves it. */
export interface HtmlAnchor {
  /** The address as a browser reads it, without the blanks around it; not resolved. */
  readonly href: string;
  /** The attribute as it stands in the page: its name, its quotation marks and its escapes. */
  readonly written: string;
  /**
   * What a browser reads as another character although its semicolon is missing, such as `&copy` where a raw ampersand stands before a name.
   * A raw ampersand before `name=` stays one.
   */
  readonly swallowed: readonly string[];
}
