/** What is wrong with a field of a form, and how a person is told. */
import { never } from '../shared/result.ts'

export type FieldProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'too_long'; readonly length: number; readonly max: number }
  | { readonly kind: 'not_a_name' }
  | { readonly kind: 'not_an_email' }
  | { readonly kind: 'not_a_phone'; readonly needsCountry: boolean }
  | { readonly kind: 'not_a_link' }
  /** It leads to a network, and to nobody's page there. */
  | { readonly kind: 'nobodys_page' }

/** One short sentence for under the field: what is wrong and what to do. */
export function fieldMessage(problem: FieldProblem): string {
  switch (problem.kind) {
    case 'missing':
      return 'Please fill this in.'
    case 'too_long':
      return `This has ${problem.length} characters; ${problem.max} fit. Please shorten it.`
    case 'not_a_name':
      return 'A name needs at least one letter.'
    case 'not_an_email':
      return 'This does not look like an email address. Example: ana@example.com'
    case 'not_a_phone':
      return problem.needsCountry
        ? 'Please start with the country code. Example: +351 912 345 678'
        : 'This is not a phone number that can be called. Example: +351 912 345 678'
    case 'not_a_link':
      return 'This is not a link. Example: https://www.linkedin.com/in/ana-souza'
    case 'nobodys_page':
      return 'This leads to nobody in particular. Please give the page of this person. Example: https://www.linkedin.com/in/ana-souza'
    default:
      return never(problem)
  }
}
