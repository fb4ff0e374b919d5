/** How text is cut into words, on the way into the search row and in a query alike: what differs here is never found. */
import { placesIn } from '../../../domain/pool/location.ts'
import { placePath } from '../../../domain/pool/places.ts'
import { fold } from '../../../domain/shared/text.ts'

/** Folded words of plain letters and digits, which PostgreSQL's parser takes one by one: "node.js" would be a host name to it, "CI/CD" a path. */
export const wordsOf = (text: string): readonly string[] => fold(text).match(/[a-z0-9]+/g) ?? []

/** What `to_tsvector` and `plainto_tsquery` are given. */
export const searchText = (text: string): string => wordsOf(text).join(' ')

/** Folded and cut at spaces alone, for "is part of": "C++" keeps its plus signs. */
export const piecesOf = (text: string): readonly string[] =>
  fold(text)
    .split(' ')
    .filter((piece) => piece !== '')

/** A pattern for LIKE that means this text literally, anywhere. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, (char) => `\\${char}`)}%`

/** The ids of the places that a location names and of everything that contains them. */
export const placesOf = (location: string): readonly string[] => [...new Set(placesIn(location).flatMap(placePath))]

/** Words that English full text leaves out: they narrow nothing beside another word, and alone they can only be a name ("Will"). */
export const isStopWord = (word: string): boolean => STOP_WORDS.has(word)

// PostgreSQL's own list for `english`; a test compares the two.
const STOP_WORDS = new Set(
  `i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it its itself they them
  their theirs themselves what which who whom this that these those am is are was were be been being have has had having do does did doing
  a an the and but if or because as until while of at by for with about against between into through during before after above below to
  from up down in out on off over under again further then once here there when where why how all any both each few more most other some
  such no nor not only own same so than too very s t can will just don should now`.split(/\s+/),
)
