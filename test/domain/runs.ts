/** How often a property is tried. Where mutants are hunted it is tried less often, and with the same values every time. */
export function runs(usual: number): { readonly numRuns: number; readonly seed?: number } {
  const few = process.env.PROPERTY_RUNS
  return few === undefined ? { numRuns: usual } : { numRuns: Math.min(usual, Number(few)), seed: 1 }
}
