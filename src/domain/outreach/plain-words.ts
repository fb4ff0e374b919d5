/**
 * Words that say nothing of a person by themselves, in which a letter may be phrased around its facts. Whatever is not here must stand in
 * a cited fact. No names, numbers, days, grades of praise, pay or outcomes: such words make claims.
 */
const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Too common to show which fact is meant. */
export const LINKING_WORDS = list(`
  a an the and or but nor so as at by for from in into of off on onto out over to up with about around between through under
  i i'd i'll i'm i've me my mine myself we we'd we're we've us our ours you you'd you're you've your
  it it's its that that's this these those there there's here they them their who whom which what what's when where why how whether if
  am is are was were be been being do does did doing have has had having can could may might must should would will shall
  then than too also just only even still yet again ever else`)

const SPOKEN = list(`
  across after all along although another any anything anybody anyone away because before both came catch each everybody everyone every eye
  hand hands however introduction introductions listening notes one ones personal personally though truly very warm warmly
  able afterwards agree agreed answer appreciate ask asked asking attention back bit blue brief briefly bring call case chance change changed changes
  chat close coffee come comes coming conversation conversations curious days deal differently easier easily easy either email enjoy
  enough everything exactly exchange fair feel feels few find fine first fit fits forget forgot forward found free freely friendly
  getting give glad go goes going good got guess happen happens happy hear heard hearing hello help helpful helps hesitate honest honestly
  hope hoped hoping idea ideas imagine instead intended interest interested interesting introduce introduction keen keep keeping kept know
  known lately later learn least left less let let's life like line listen little long longer look looking lot love made make makes
  making many matter matters mean means meant memory mention mentioned message mind moment more most move much name nearly need news next nice
  note nothing notice noticed obligation occasion often once open opinion otherwise own part pass patience people perhaps phone place plan planning plans
  pleasant please pleased pleasure point possible prefer pressure promptly put question questions quick quiet quietly quite rather reach reached read ready real really
  reason reasons recently recommend remember remembered remind reply right rush said same say saying second see seems send sense share
  shared short show showed showing side simple simply since small some somebody something sometime sometimes sooner sorry sort sound
  sounds speak spend spoke spoken stand stay stayed staying steady step stood story suit suits sure take taken talk talked talking tell
  thank thanks themselves thing things think thinking thought thoughtful thoughts time times together told touch toward towards try trying understand unless until
  use useful usual value view wait want wanted wanting way ways welcome well whatever whenever while whole willing wish wished wishes wonder wondered
  wondering word words work worth write writing wrote`)

const DENYING = list(
  `no not never none nobody nothing neither without hardly barely cannot can't couldn't didn't doesn't don't hadn't hasn't haven't isn't wasn't weren't won't wouldn't shouldn't lack lacked lacking fail failed`,
)

/** Turns a claim round. Fine in "no pressure", never beside a fact that has none. */
export const isDenial = (word: string): boolean => DENYING.has(word)
const NEUTRAL_DENIALS = list(
  `no not never nothing neither without cannot can't don't doesn't didn't haven't isn't won't wouldn't`,
)

export const isPlainWord = (word: string): boolean =>
  LINKING_WORDS.has(word) || SPOKEN.has(word) || NEUTRAL_DENIALS.has(word)

/** What may be said around a fact of its kind, and around what is going on. */
export const WORDS_AROUND = {
  promise: list(`promise promised promising`),
  wish: list(`role next year future ideal hopes wants`),
  strength: list(`impressed strength strong stands team room struck`),
  praise: list(`impressed colleague colleagues team wrote`),
  advice: list(`advice suggestion practise develop future interview interviews improve`),
  skill: list(`skill skills experience knowledge strong used using background`),
  role: list(`role position process interview interviews application applied job team considered spoke met`),
  job: list(`role job position opening opened opens vacancy team description details`),
  silence: list(`month months year years ago last since silence gap`),
} as const satisfies Record<string, ReadonlySet<string>>
