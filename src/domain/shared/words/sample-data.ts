/** `/medallist sample-data`. What stands in sentences is escaped by the caller. */
import { people } from '../counted.ts'

export const sampleData = {
  usage:
    '`/medallist sample-data load` brings a fictional company with months of history, to try everything out; `/medallist sample-data remove` takes it away again.',
  unknown: (word: string): string => `\`/medallist sample-data\` does not know “${word}”.`,
  loading: 'The sample company is on its way. This takes some seconds.',
  loaded: (number: number): string =>
    `:white_check_mark: *Fernhollow Energy is here*: ${people(number)} whom it nearly hired, with jobs, pools, letters and replies. All are invented, and their addresses lead nowhere. You look after them yourself: try \`/pool SRE Lisbon\`, or \`/medallist jobs run nudge\`. \`/medallist sample-data remove\` takes them away again.`,
  people_there:
    'There are people on record here already, and invented ones among them would get in the way. Nothing was loaded. The sample company is for a workspace where nobody is on record yet.',
  loaded_already: 'The sample company is here already. `/medallist sample-data remove` takes it away.',
  none_loaded: 'There is no sample company here. `/medallist sample-data load` brings one.',
  removed: (number: number): string =>
    number === 0
      ? 'None of the sample people was taken away.'
      : `:white_check_mark: ${people(number)} of the sample company are gone, with everything that belonged to them.`,
  kept: (names: readonly string[], more: number): string =>
    `Somebody did something about ${names.join(', ')}${more > 0 ? ` and ${people(more)} more` : ''}, so they stay: what a person did here is not thrown away unasked.`,
  restKept: (jobs: number, pools: number): string =>
    [
      ...(jobs === 0 ? [] : [jobs === 1 ? '1 job' : `${jobs} jobs`]),
      ...(pools === 0 ? [] : [pools === 1 ? '1 pool' : `${pools} pools`]),
    ].join(' and '),
  restStays: (what: string): string => `${what} to which something still belongs stay as well.`,
} as const
