import type { XmlObject } from '../../protocol/xml/write.ts';

/** A `parm` element of a provisioning document. */
export interface Parm {
  readonly name: string;
  /** Missing if only the presence of the parm matters. */
  readonly value?: string | number;
  readonly datatype?: 'integer' | 'string' | 'boolean';
}

/** A `characteristic` element. */
export interface Characteristic {
  readonly type: string;
  readonly content: readonly (Parm | Characteristic)[];
}

export function parm(name: string, value?: string | number, datatype?: 'integer' | 'string' | 'boolean'): Parm {
  return { name, ...(value === undefined ? {} : { value }), ...(datatype === undefined ? {} : { datatype }) };
}

export function characteristic(type: string, content: readonly (Parm | Characteristic)[]): Characteristic {
  return { type, content };
}

/** The element for the XML writer; its parms come before the characteristics inside it. */
export function characteristicXml({ type, content }: Characteristic): XmlObject {
  return {
    '@_type': type,
    parm: content.filter((part) => 'name' in part).map(parmXml),
    characteristic: content.filter((part) => 'type' in part).map(characteristicXml),
  };
}

function parmXml({ name, value, datatype }: Parm): XmlObject {
  return { '@_name': name, '@_value': value, '@_datatype': datatype };
}
