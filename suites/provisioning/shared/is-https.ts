/** Whether an address is an absolute https URL, white space before it aside. */
export function isHttps(address: string): boolean {
  return /^\s*https:\/\//i.test(address) && URL.canParse(address);
}
