import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** How the browsers are called where they are programs on the path of the shell. */
const names = ['microsoft-edge', 'microsoft-edge-stable', 'google-chrome', 'chromium', 'chromium-browser'];

/** The first Edge, Chrome or Chromium on the path of the shell; undefined for none, as usual on Windows and macOS. */
export function findBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
