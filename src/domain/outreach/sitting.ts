/** Drafts that are read in one go: beyond this nobody reads any more. */
export const A_SITTING = 15
