/**
 * Surnames so common that a name alone says little. Each line is one surname with its other spellings; East Asian ones stand in front,
 * because they are romanised in several ways and either part of the name may come first.
 */
import { editDistance } from '../shared/text.ts'
import { nameSound, surnameSpelling } from './name-sound.ts'

const EAST_ASIAN = `
zhang chang cheung; wang wong ong; li lee yi rhee lei; chen chan chin tan; liu liou lau lew; yang yeung; huang hwang wong; zhao chao chiu;
wu ng woo; zhou chou chow; xu hsu hui; sun suen; ma mah; zhu chu; hu wu; guo kuo kwok; he ho; gao kao ko; lin lim lam; luo lo law;
zheng cheng chong; liang leung; xie hsieh tse; song sung soong; tang tong; han; feng fung; deng teng; cao tsao; peng pang; zeng tseng tsang;
xiao hsiao siu; tian tien; dong tung; pan poon; yuan yuen; cai tsai choi choy; jiang chiang; yu yue; du tu; ye yeh yip; cheng; su so;
wei; lu lue loo; ding ting; ren jen; shen shum; yao yiu; fan; jin chin kim gim kam; fu; bai pai; qin chin; hou; kong kung; shi shih; hong hung;
kim gim; park pak bak; choi choe; jung jeong chung cheong joung; kang gang; cho jo; yoon yun youn; jang chang; lim rim im; shin sin; oh o;
seo suh so; kwon gwon kwun; ahn an; noh roh no ro; moon mun; bae pae; baek paik; nam; ryu yoo yu ryoo; koo gu ku; ko go koh; min; han; heo hur huh; son sohn;
nguyen; tran; le; pham; hoang huynh; phan; vu vo; dang; bui; do; ngo; duong; ly
`

const OTHER = `
smith jones williams brown taylor davies evans wilson thomas roberts johnson walker wright robinson thompson white hughes edwards green hall wood
harris lewis martin jackson clarke clark turner hill scott cooper morris ward moore king watson baker harrison morgan young allen mitchell james
anderson phillips lee bell parker davis miller murphy kelly ryan obrien byrne murray
garcia rodriguez martinez hernandez lopez gonzalez perez sanchez ramirez torres flores rivera gomez diaz reyes morales cruz ortiz gutierrez ramos
ruiz alvarez fernandez jimenez moreno romero vargas castro
silva santos oliveira souza pereira ferreira costa rodrigues almeida nascimento lima carvalho ribeiro
mueller muller schmidt schneider fischer weber meyer meier maier mayer wagner becker schulz hoffmann koch bauer richter klein wolf schroeder neumann
schwarz braun zimmermann lange berger
martin bernard dubois robert richard petit durand leroy moreau simon laurent lefebvre michel
rossi russo ferrari esposito bianchi romano colombo ricci marino greco bruno gallo conti
nowak kowalski wisniewski wojcik kowalczyk kaminski novak svoboda novotny horvat kovac nagy kovacs toth szabo
ivanov ivanova petrov petrova smirnov smirnova volkov volkova popov popova sokolov sokolova orlov orlova kuznetsov kuznetsova
hansen johansen olsen larsen andersen pedersen nilsen jensen nielsen johansson andersson karlsson nilsson eriksson olsson persson
jansen devries bakker visser smit boer vandenberg vandijk
papadopoulos
kumar singh sharma patel gupta khan verma mehta jain joshi shah rao reddy nair iyer das roy mishra yadav agarwal pillai
ali ahmed hassan hussein mohamed khan yilmaz demir kaya celik sahin cohen levy mizrahi peretz friedman
sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yamada
okafor adeyemi mensah diallo traore mwangi ochieng dlamini
`

const lines = EAST_ASIAN.trim()
  .split(/;\s*/)
  .map((line) => line.split(' '))
const groups = new Map<string, Set<number>>()
for (const [index, spellings] of lines.entries())
  for (const spelling of spellings) groups.set(spelling, (groups.get(spelling) ?? new Set<number>()).add(index))
const common = new Set(
  OTHER.trim()
    .split(/\s+/)
    .map((name) => surnameSpelling(nameSound(name))),
)

/** `folded`, because what tells Cho from Choi is lost in their sound. */
export const isEastAsian = (folded: string): boolean => groups.has(folded)

export const isCommon = (sound: string): boolean => common.has(surnameSpelling(sound))

/** A slip away from a common one, as `Schmitt` is from Schmidt. In a shorter word a slip makes another name. */
export const nearlyCommon = (sound: string): boolean =>
  sound.length > 4 &&
  [...common].some(
    (one) =>
      one.charAt(0) === sound.charAt(0) && Math.abs(one.length - sound.length) < 3 && editDistance(one, sound) < 3,
  )

/** Two romanisations of one East Asian surname: `Hsu` and `Xu`. */
export const sameSurname = (one: string, other: string): boolean =>
  [...(groups.get(one) ?? [])].some((index) => groups.get(other)?.has(index))

/** A spelling for each surname that this may be, for keys. */
export const surnameKeys = (folded: string): readonly string[] => {
  const indices = groups.get(folded)
  return indices === undefined ? [] : [...new Set([...indices].map((index) => lines[index]?.[0] ?? folded))]
}

/** A given name as any of the usual romanisations of Chinese and Korean writes it: `Chih-yuan` and `Zhiyuan`, `Kyung` and `Gyeong`. */
export const syllables = (folded: string): string =>
  folded
    .replace(/hs|sh|x|s(?=i)/g, 's')
    .replace(/zh|ch|ts|tz|[jqcz]/g, 'c')
    .replace(/ih\b|ih(?=[^aeiou])/g, 'i')
    .replace(/yeo|you|yoo|yu/g, 'yo')
    .replace(/oo|eu|ou|u(?!a|i|e)/g, 'o')
    .replace(/eo/g, 'o')
    .replace(/k/g, 'g')
    .replace(/p/g, 'b')
    .replace(/t/g, 'd')
    .replace(/ien/g, 'ian')
    .replace(/r/g, 'c')
    .replace(/[hwy]/g, '')
    .replace(/(.)\1+/g, '$1')
