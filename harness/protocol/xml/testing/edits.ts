import type { XmlEdit } from '../xml-edit.ts';

/** Short forms of the edits, for tables of them. */
export const set = (at: string, to: string): XmlEdit => ({ op: 'set', at, to });
export const remove = (at: string): XmlEdit => ({ op: 'remove', at });
export const rename = (at: string, to: string): XmlEdit => ({ op: 'rename', at, to });
export const duplicate = (at: string): XmlEdit => ({ op: 'duplicate', at });
export const swap = (at: string): XmlEdit => ({ op: 'swap', at });
export const append = (at: string, xml: string): XmlEdit => ({ op: 'append', at, xml });
export const attribute = (at: string, name: string, to: string): XmlEdit => ({ op: 'attribute', at, name, to });

/** The attribute that makes an element nil. */
export const nil = '{http://www.w3.org/2001/XMLSchema-instance}nil';
