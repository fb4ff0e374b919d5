import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'

/**
 * Contacts at rest: AES-256-GCM under a key derived from the application's secret, with the workspace as associated data, so that a
 * sealed value moved into another workspace does not open. The lookup hash has a key of its own that is never rotated: an address
 * that was erased or that unsubscribed must be recognised for ever.
 */
export type Seal = {
  close(plain: string, workspaceId: string): Uint8Array<ArrayBuffer>
  /** Throws where the key is not known or the value was tampered with. */
  open(sealed: Uint8Array, workspaceId: string): string
  /** Keyed hash of a normalised contact, separate per workspace and kind. */
  lookup(kind: string, normalised: string, workspaceId: string): Uint8Array<ArrayBuffer>
}

export type SealKeys = {
  /** The first seals; all open. Ids are one byte so that a sealed value names its key. */
  readonly sealing: readonly { readonly id: number; readonly key: KeyObject }[]
  readonly lookup: KeyObject
}

/** Made once: Node.js looks at bytes anew each time that they are used as a key, which took longer than the hash itself. */
const derive = (secret: string, purpose: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', secret, 'medallist', purpose, 32)))

/**
 * `secrets`: the present secret first, retired ones behind it; `lookupSecret` is the very first one that the installation ever had.
 * A key's id is derived from it, so that the order may change.
 */
export function sealKeys(secrets: readonly string[], lookupSecret: string): SealKeys {
  const sealing = secrets.map((secret) => {
    const key = derive(secret, 'contact')
    return { id: createHmac('sha256', key).update('id').digest().readUInt8(0), key }
  })
  return { sealing, lookup: derive(lookupSecret, 'lookup') }
}

const IV = 12
const TAG = 16

export function makeSeal(keys: SealKeys): Seal {
  const [current] = keys.sealing
  if (current === undefined) throw new Error('At least one sealing key is needed')
  return {
    close(plain, workspaceId) {
      const iv = randomBytes(IV)
      const cipher = createCipheriv('aes-256-gcm', current.key, iv).setAAD(Buffer.from(workspaceId))
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return new Uint8Array(Buffer.concat([Buffer.from([current.id]), iv, cipher.getAuthTag(), body]))
    },
    open(sealed, workspaceId) {
      const bytes = Buffer.from(sealed)
      // One byte names the key; two keys may share it, and then the tag tells which it was.
      const candidates = keys.sealing.filter((one) => one.id === bytes.readUInt8(0))
      let failure: unknown = new Error('A contact is sealed with a key that is not configured any more')
      for (const { key } of candidates) {
        try {
          return openWith(key, bytes, workspaceId)
        } catch (error) {
          failure = error
        }
      }
      throw failure
    },
    lookup: (kind, normalised, workspaceId) =>
      new Uint8Array(
        createHmac('sha256', keys.lookup).update(`${workspaceId}\u0000${kind}\u0000${normalised}`).digest(),
      ),
  }
}

function openWith(key: KeyObject, bytes: Buffer, workspaceId: string): string {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + IV)).setAAD(Buffer.from(workspaceId))
  decipher.setAuthTag(bytes.subarray(1 + IV, 1 + IV + TAG))
  return Buffer.concat([decipher.update(bytes.subarray(1 + IV + TAG)), decipher.final()]).toString('utf8')
}
