/** The output folder cannot be used (exit 2). The message says why and what to do. */
export class OutputFolderError extends Error {
  override readonly name = 'OutputFolderError';
}
