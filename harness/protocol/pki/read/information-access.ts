import { derDefect } from '../der/der-rules.ts';
import { DerError, openFields, readDer, readItems, tags } from '../der/der.ts';
import { readOid } from '../der/der-values.ts';
import { readGeneralName, type GeneralName } from './general-name.ts';

/** Reads the locations in the value of authorityInfoAccess or subjectInfoAccess (RFC 5280 section 4.2.2); throws `DerError`. */
export function readInformationAccess(octets: Uint8Array, name: string): readonly GeneralName[] {
  const value = readDer(octets, name);
  const descriptions = readItems(value, tags.sequence, name);
  if (descriptions.length === 0) throw new DerError(`${name} holds no location`);
  const locations = descriptions.map((description) => {
    const fields = openFields(description, tags.sequence, 'access description');
    readOid(fields.next(tags.oid, 'access method'), 'access method');
    const location = readGeneralName(fields.any('access location'));
    if (fields.left() > 0) throw new DerError(`${fields.left()} octets follow an access location`);
    return location;
  });
  const behind = octets.length - value.bytes.length;
  const defect = behind > 0 ? `${behind} octets follow it` : derDefect(value.bytes);
  if (defect !== undefined) throw new DerError(defect);
  return locations;
}
