/** The text of an entity; it can get into an answer only by an expansion. */
export const nestedText = 'mde-conformance-entity-text';

/** A host that does not exist (RFC 6761 section 6.4), so a server that looks for it can only report an error. */
export const externalHost = 'entity.mde-conformance.invalid';
