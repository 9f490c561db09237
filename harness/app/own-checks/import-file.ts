/** Imports a file of a user by its URL. The build keeps this import as it is, so that it loads ES modules and CommonJS alike. */
export async function importFile(url: string): Promise<Readonly<Record<string, unknown>>> {
  return (await import(/* @vite-ignore */ url)) as Readonly<Record<string, unknown>>;
}
