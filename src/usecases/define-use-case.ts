import type { z } from 'zod'
import { type Result, refuse } from '../domain/shared/result.ts'
import type { Permission } from '../domain/shared/roles.ts'
import { mayAct } from './access/may-act.ts'
import type { Ctx } from './context.ts'

/** What any use case may answer before its own work begins. */
export type EdgeRefusal =
  | { readonly kind: 'not_allowed'; readonly permission: Permission }
  | { readonly kind: 'bad_input'; readonly problems: readonly { readonly path: string; readonly message: string }[] }

export type UseCase<Input, Value, Refusal> = {
  readonly useCase: string
  readonly permission: Permission
  readonly input: z.ZodType<unknown, Input>
  (ctx: Ctx, input: Input): Promise<Result<Value, Refusal | EdgeRefusal>>
}

const registry = new Map<string, Permission>()
/** Every use case that has been defined with the permission it asks for: the source of the permission matrix. */
export const registeredUseCases = (): ReadonlyMap<string, Permission> => registry

/**
 * The only way to make an act. It checks the permission against the actor's roles, parses the input, and only then runs:
 * no use case can forget either. `run` answers refusals as values; what it throws is a bug. While Slack cannot say what the actor may, the
 * call throws a `RolesUnknownError`.
 */
export function defineUseCase<Schema extends z.ZodType, Value, Refusal = never>(definition: {
  readonly name: string
  readonly permission: Permission
  readonly input: Schema
  readonly run: (ctx: Ctx, input: z.output<Schema>) => Promise<Result<Value, Refusal>>
}): UseCase<z.input<Schema>, Value, Refusal> {
  if (registry.has(definition.name)) throw new Error(`Two use cases are named ${definition.name}`)
  registry.set(definition.name, definition.permission)
  const call = async (ctx: Ctx, input: z.input<Schema>): Promise<Result<Value, Refusal | EdgeRefusal>> => {
    if (!mayAct(ctx.actor, definition.permission))
      return refuse({ kind: 'not_allowed', permission: definition.permission })
    const parsed = definition.input.safeParse(input)
    if (!parsed.success) {
      const problems = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
      return refuse({ kind: 'bad_input', problems })
    }
    return definition.run(ctx, parsed.data)
  }
  return Object.assign(call, {
    useCase: definition.name,
    permission: definition.permission,
    input: definition.input as z.ZodType<unknown, z.input<Schema>>,
  })
}
