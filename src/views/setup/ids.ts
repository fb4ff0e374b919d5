export const SETUP_ROLES = 'setup_roles'
export const SETUP_SAMPLE = 'setup_sample'
export const ROLES_FORM = 'setup_roles_form'
export const ROLE_BLOCKS = ['setup_role_1', 'setup_role_2'] as const
