/** What the bot says around every act, whatever the act was. */
import type { Permission } from '../roles.ts'

const ASK = {
  admin: 'an admin of Medallist',
  recruiter: 'a recruiter',
  hiring_manager: 'a hiring manager',
  employee: 'anybody',
} as const

export const shellWords = {
  unknownPerson:
    'Medallist could not find out who you are in this workspace. Try again in a minute; if it stays so, ask an admin to run `/medallist doctor`.',
  ourFault: (reference: string | undefined) =>
    `Something went wrong on our side, and nothing was changed. Please try again.${reference === undefined ? '' : ` If it happens again, give an admin this reference: ${reference}`}`,
  notAllowed: (permission: Permission, who: keyof typeof ASK) =>
    `This needs ${ASK[who]} (${permission}). Nothing was changed.`,
  badInput: (problems: readonly { readonly path: string; readonly message: string }[]) =>
    `That could not be read: ${problems.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; ')}`,
} as const
