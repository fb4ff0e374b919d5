/**
 * A short name for a text, to tell later whether it is still the same: not a secret, and nothing that keeps one. Two rounds of FNV-1a with
 * different beginnings, of 32 bits each, so that two texts of one form practically never share a name.
 */
export const fingerprint = (text: string): string => `${round(text, 0x811c9dc5)}${round(text, 0x9747b28c)}`

function round(text: string, from: number): string {
  let sum = from
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  return (sum >>> 0).toString(36)
}
