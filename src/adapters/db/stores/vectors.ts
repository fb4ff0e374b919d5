import type { CandidateId } from '../../../domain/shared/ids.ts'
import type { VectorStore } from '../../../usecases/ports/embedder.ts'
import type { Scope } from '../scope.ts'

export const makeVectorStore = ({ db, workspaceId }: Scope): VectorStore => ({
  async of(people, model) {
    if (people.length === 0) return []
    const rows = await db
      .selectFrom('candidateVector')
      .select(['candidateId', 'fingerprint', 'vector'])
      .where('workspaceId', '=', workspaceId)
      .where('candidateId', 'in', people)
      .where('model', '=', model)
      .execute()
    return rows.map((row) => ({
      candidateId: row.candidateId as CandidateId,
      fingerprint: row.fingerprint,
      vector: floatsIn(row.vector),
    }))
  },
  async keep(vectors, model, at) {
    if (vectors.length === 0) return
    const rows = vectors.map(({ candidateId, fingerprint, vector }) => ({
      workspaceId,
      candidateId,
      model,
      fingerprint,
      vector: bytesOf(vector),
      at: new Date(at),
    }))
    await db
      .insertInto('candidateVector')
      .values(rows)
      .onConflict((one) =>
        one.columns(['workspaceId', 'candidateId']).doUpdateSet(({ ref }) => ({
          model: ref('excluded.model'),
          fingerprint: ref('excluded.fingerprint'),
          vector: ref('excluded.vector'),
          at: ref('excluded.at'),
        })),
      )
      .execute()
  },
})

/** Little-endian, whatever the machine. */
function bytesOf(vector: Float32Array): Buffer {
  const bytes = Buffer.alloc(vector.length * 4)
  for (const [at, value] of vector.entries()) bytes.writeFloatLE(value, at * 4)
  return bytes
}
function floatsIn(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Float32Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => view.getFloat32(at * 4, true))
}
