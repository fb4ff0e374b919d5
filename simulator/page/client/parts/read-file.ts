import type { NewFile } from '../../../contract.ts'

/** A file as it travels to the workspace: JSON is all that the page's API takes. */
export async function readFile(file: File): Promise<NewFile> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return { name: file.name, mimetype: file.type || 'application/octet-stream', content: btoa(binary) }
}
