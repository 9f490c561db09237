/** The document that describes the links. Of what no document says, nothing is claimed. */
export const learn = 'Microsoft Learn: MDM enrollment of Windows devices';
/** A server that reads `accesstoken` on its sign-in page, beside `appru` and `login_hint`. */
export const mattrax = 'source of the server Mattrax';
/** What the standard of the web says of the text of a URL. */
export const rfc3986 = 'RFC 3986';
/** How a device finds the server of a domain. */
export const mde2 = 'MS-MDE2, section 3.1';
