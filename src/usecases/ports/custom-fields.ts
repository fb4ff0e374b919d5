import type { FieldDefinition } from '../../domain/candidate/custom-field.ts'
import type { Id, MemberId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'

export type CustomFieldId = Id<'custom_field'>
export type CustomField = FieldDefinition & { readonly id: CustomFieldId }

export type CustomFieldStore = {
  /** Those that are not archived, the oldest first. */
  active(): Promise<readonly CustomField[]>
  /** The latest archived one of that name, folded as the unique index folds it. */
  archivedNamed(name: string): Promise<CustomField | undefined>
  /** `taken` where a field that is not archived has that name. */
  insert(field: CustomField, by: MemberId, at: Instant): Promise<'kept' | 'taken'>
  archive(id: CustomFieldId, at: Instant): Promise<CustomField | undefined>
  /** `taken` where another has its name by now. */
  restore(id: CustomFieldId): Promise<CustomField | 'taken' | undefined>
}
