import type { FastifyInstance } from 'fastify'

export type HealthParts = {
  /** What must work before traffic is sent here, such as `database` and `workers`; each answers or throws within seconds. */
  readonly checks: Readonly<Record<string, () => Promise<boolean> | boolean>>
}

/** `/healthz`: the process answers. `/readyz`: so do the parts that it needs; 503 names those that do not. */
export function registerHealth(web: FastifyInstance, { checks }: HealthParts): void {
  web.get('/healthz', () => ({ status: 'ok' }))
  web.get('/readyz', async (_request, reply) => {
    const answers = await Promise.all(
      Object.entries(checks).map(
        async ([name, check]) =>
          [
            name,
            await Promise.resolve()
              .then(check)
              .catch(() => false),
          ] as const,
      ),
    )
    const ready = answers.every(([, works]) => works)
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({
        status: ready ? 'ready' : 'not_ready',
        ...Object.fromEntries(answers.map(([name, works]) => [name, works ? 'ok' : 'failing'])),
      })
  })
}
