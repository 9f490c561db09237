const token = /(<(?:[\w.-]+:)?BinarySecurityToken\b[^>]*>)([^<]*)</;
const shown = 96;

/** A body that carries a provisioning document: the document, and the body with its encoded form cut short. */
export interface Unpacked {
  readonly document: string;
  readonly shortened: string;
}

/**
 * Finds the provisioning document inside the body of an issued token, for people to read. It looks at text only, so that a report can
 * be made from an answer that is not well-formed; what is judged is read elsewhere.
 */
export function unpackProvisioningDocument(body: string): Unpacked | undefined {
  const [whole, tag = '', encoded = ''] = token.exec(body) ?? [];
  if (whole === undefined) return undefined;
  const document = Buffer.from(encoded, 'base64').toString('utf8');
  if (!/^\uFEFF?\s*</u.test(document)) return undefined;
  const left = encoded.length - shown;
  if (left <= shown) return { document, shortened: body };
  const brief = `${tag}${encoded.slice(0, shown)}[${left} more characters, decoded below]<`;
  return { document, shortened: body.replace(whole, () => brief) };
}
