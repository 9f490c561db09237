/** A HRESULT as Windows prints it: `0x80180013`. The value is the unsigned 32-bit number. */
export function formatHresult(value: number): string {
  return `0x${value.toString(16).toUpperCase().padStart(8, '0')}`;
}

/**
 * Reads a HRESULT in the forms that logs use: `0x80180013`, `80180013`, the signed decimal `-2145910765`, or the
 * unsigned one `2149056531`. Eight digits are hexadecimal. Returns the unsigned 32-bit number, or undefined for any
 * other text.
 */
export function parseHresult(text: string): number | undefined {
  const trimmed = text.trim();
  const hexadecimal = /^(?:0x([0-9a-f]{1,8})|([0-9a-f]{8}))$/i.exec(trimmed);
  if (hexadecimal) return Number.parseInt(hexadecimal[1] ?? hexadecimal[2] ?? '', 16);
  if (/^-\d{1,10}$/.test(trimmed)) return signed(Number(trimmed));
  if (/^\d{9,10}$/.test(trimmed)) return unsigned(Number(trimmed));
  return undefined;
}

function signed(value: number): number | undefined {
  return value >= -(2 ** 31) ? value + 2 ** 32 : undefined;
}

function unsigned(value: number): number | undefined {
  return value < 2 ** 32 ? value : undefined;
}
