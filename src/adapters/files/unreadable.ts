/** The file is not what it should be; the message says what to do. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError'
}
