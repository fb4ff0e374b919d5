/** Given names that so many bear that a shared one says little: another surname beside it is another person's. */
import { nameSound } from './name-sound.ts'
import { familyKeys } from './short-names.ts'

const NAMES = `
maria ana anna mary jose juan john michael david james robert william thomas richard joseph daniel carlos luis jorge antonio francisco manuel pedro
joao paulo peter paul mark andrew george stephen christopher christian martin alexander nicholas anthony kevin brian eric jean pierre michel philippe
marie laura sara sarah elizabeth jennifer jessica linda patricia susan barbara margaret karen nancy lisa sandra julia sofia isabel carmen rosa
mohammed ahmed ali hassan hussein omar ibrahim abdullah abdul youssef khalid fatima aisha mariam muhammad
ivan sergei alexei dmitri vladimir olga elena irina natalia tatiana svetlana ekaterina marco andrea giuseppe giovanni francesca
amit rahul raj rajesh sanjay vijay suresh ramesh ravi priya pooja sunita anita neha kumar deepak
wei li ming min jun hui ying yan jing yu xin lin hong lei na fang chen minh anh linh hoa
`

const common = new Set(
  NAMES.trim()
    .split(/\s+/)
    .flatMap((name) => familyKeys(nameSound(name))),
)

/** `sound` as `nameSound` writes it; short forms count as the name they stand for. */
export const isCommonGivenName = (sound: string): boolean => familyKeys(sound).some((key) => common.has(key))
