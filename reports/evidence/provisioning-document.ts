const token = /(<(?:[\w.-]+:)?BinarySecurityToken\b[^>]*>)([^<]*)</;
const shown = 96;

/** A body that carries a provisioning document: the document, and the body with its encoded form cut short. */
export interface Unpacked {
  readonly document: string;
  readonly shortened: string;
}

/**
 * Finds the provisioning document inside an answer, for people to read. It works on the text only, so that a report can show it even
 * if the answer is not well-formed. The engine reads the document in its own way.
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
