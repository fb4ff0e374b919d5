/**
 * Which given names stand for one another: each line is a name with its short and other forms, in the languages that recruiters meet.
 * A short name may belong to several. Names beyond these are known only so that two of them are never taken for one misspelt.
 */
import { nameSound } from './name-sound.ts'

const FAMILIES = `
elizabeth elisabeth liz lizzie lizzy beth betty betsy eliza elisa lisa lisbeth elsbeth libby lilibet bess ella
william bill billy will willy willie liam wilhelm willem wim guillermo guilherme guillaume memo guglielmo
robert bob bobby rob robbie roberto bert
richard dick rick ricky rich richie ricardo
margaret peggy maggie meg megan marge margie greta grete margarete margarita margot malgorzata gosia
katherine catherine katharine kathryn katharina katarina catarina kate kathy cathy katie kat kit kathi kaethe kay kasia katarzyna ekaterina katya katia aikaterini katerina
james jim jimmy jamie jem
john jack johnny johnnie jon
michael mike mick mickey mikey michel miguel michele mihail mikhail misha michal michael
thomas tom tommy tomas tomasz tomek tommaso
edward ed eddie ted teddy ned eduardo edoardo eduard edouard lalo dudu edu
charles chuck charlie charley carlos carlo karl carl
henry harry hank hal heinrich heinz henri enrique quique henrik hendrik henk enrico
joseph joe joey josef josep sepp yosef yossi
daniel dan danny
matthew matt matty matthias matze mateo matteo mathieu
andrew andy drew andreas andrei andrey andi andrzej jedrek andres andre
anthony tony antonio antoine anton tonino toninho tonio
nicholas nick nicky nicolas nikolaos nikos nikolai kolya nicola nico klaus nikolaus niklas
christopher chris kit christoph christophe cristobal topher kristof krzysztof krzysiek
christian chris kristian
benjamin ben benny benji
benedikt bene ben benedict
samuel sam sammy
samantha sam sammie
alexander alex al xander sandy lex aleksandr aleksander alessandro alejandro alexandre sasha shura sandro oleksandr alexandros alekos
alexandra alex sandra lexi lexie alexa sasha aleksandra ola alessandra alejandra oleksandra
patricia pat patty tricia trish pattie
patrick pat paddy patricio
jennifer jen jenny jenn
jessica jess jessie
rebecca becky becca bec
deborah debbie deb debra
susan sue susie suzie suzy susanne susi suzanne susanna zuzanna
victoria vicky vicki tori vic viktoria
theodore ted teddy theo theodoros fyodor fedor teodoro
timothy tim timmy
gregory greg gregg grigori grisha grigory
jeffrey jeff geoff geoffrey
stephen steven steve stevie stefan stephan stephane esteban stepan
kenneth ken kenny
ronald ron ronnie
donald don donnie
lawrence laurence larry laurie lorenzo lars laurent
frederick fred freddie freddy friedrich fritz federico frederic rick
philip phillip phil pip felipe filippo philippe
raymond ray
peter pete pedro pietro pierre petrus piet petr pyotr piotr petros petya
david dave davey davide
zachary zach zack zak
nathaniel nate nathan nat
nathan nate
jonathan jon jonny
joshua josh
vincent vince vinny vincenzo vicente
abigail abby gail abbie
barbara barb babs barbie
christina christine tina chris chrissy kristina cristina kristin
dorothy dot dottie dolly dorothea dora
eleanor ellie nora nell elinor leonora
frances fran francesca franny
francis frank francisco francesco paco pancho ciccio francois frans franz frankie
francisca paca fran francisca kika
franziska franzi
gabrielle gabby gabi gabriela gabriella
gabriel gabe
jacqueline jackie jacqui
judith judy jude
kimberly kim kimberley
madeleine maddie maddy madeline magda magdalena madalena lena
natalie nat nathalie natalia natasha nataliya natalya
penelope penny
theresa teresa terry tess tessa therese
veronica veronique ronnie vero vera
winifred winnie freddie
cynthia cindy
pamela pam
johannes hannes hans johann jan joannes
johanna hanneke hanna hannah joanna jo asia
joanne jo joanna
sebastian basti seb bastian bastien
maximilian max
wolfgang wolf
ulrich uli ulli
ignacio nacho
dolores lola
guadalupe lupe
manuel manolo manu manny
jose pepe chepe
rosario charo
concepcion concha conchita
jesus chuy
mercedes merche meche
isabel isa isabella isabelle bella isabela
giuseppe beppe pino peppe
giuseppina pina
giovanni gianni vanni nanni
luigi gigi
domenico mimmo
federica fede
federico fede
jean-baptiste jb
dominique dom
dominic dom nick
stephanie steph stefanie
bernadette nadette bernie
bernard bernie bernhard bernd
dmitri dima mitya dimitri dimitrios dimitris dmytro mitja
ivan vanya vania
vladimir volodya vova vlad volodymyr
sergei seryozha serhii serezha sergio serge
tatiana tanya tania tetiana
anastasia nastya stacy anastasiya
evgeny zhenya yevgeny evgenii eugene gene jenya
evgenia zhenya eugenia
elena lena helen helena eleni alyona olena
aleksei alyosha alexei lyosha oleksii alexis alex
yulia yulya julia julie juliya
svetlana sveta
konstantin kostya konstantinos kostas costas dinos constantine
pavel pasha paul paolo pablo pawel
maria masha mary marie marya mariya mia
boris borya
olga olya olha
irina ira iryna irena
ludmila lyuda mila
anna anya ania ann anne annie nusha
jan janek jasiek
stanislaw staszek stas
agnieszka aga agnes
zbigniew zbyszek
wojciech wojtek
malgorzata gosia
jakub kuba jacob jake james
joao joaozinho
luis lula luiz louis lou
mariajose zeze
cornelis kees cornelius
wilhelmina mina minnie willemijn
gerardus gerard gerrit ger
georgios giorgos george yiorgos jorge georg giorgio georgi jurgen yuri
ioannis yannis giannis yiannis john
panagiotis panos
athanasios thanasis
vasilis vasileios vassilis basil vasily
spyros spyridon
abhishek abhi
siddharth sid sidharth
aishwarya aish
krishnan krish krishna
muhammad mohamed mohammed mohammad muhammed mohamad mo mehmet muhamed
mustafa musti moustafa mostafa
ahmed ahmad ahmet
yousef yusuf youssef yousuf joseph yosef
khalid khaled
hussein husain hossein hussain husein
hassan hasan
omar umar omer
osama usama
said saeed saied
sayed sayyid syed sayyed
ibrahim ebrahim abraham
noor nour nur
leila layla laila leyla
jamal gamal
nasser nasir naser
abdullah abdallah abdulla
abdulrahman abdelrahman abdurrahman abdalrahman
abdulaziz abdelaziz abdalaziz
tariq tarek tarik
aisha aysha aicha ayesha
zaynab zeinab zainab
fatima fatma fatimah fatemeh
yitzhak itzik isaac
avraham avi abraham
moshe moses moishe
gerald gerry jerry
jeremy jerry jem
leonard leo len lenny leonardo
albert al bert alberto
alfred al alf fred alfie alfredo
arthur art artie arturo
walter walt wally
clifford cliff
douglas doug
eugene gene
franklin frank
harold hal harry
jerome jerry
martin marty martijn
maurice moe
nigel nige
oliver ollie olly
oscar ozzie
russell russ
stuart stu stewart
sidney sid sydney
terence terry
tobias toby tobi
vernon vern
wesley wes
amanda mandy
angela angie
beatrice bea trixie beatriz beatrix
caroline carrie carol carolina
charlotte lottie charlie
claudia claudi
constance connie
diana di diane
emily em emma
florence flo florrie
georgina georgie gina
geraldine gerry
gertrude trudy
harriet hattie
josephine jo josie josefina
katrina trina kat
leticia lety
lucia lucy lucie luz
martha marta marty patty
matilda tilly mattie mathilde
melanie mel
melissa mel missy
michelle shelly micky michaela
miriam mimi
nicole nicky nikki
olivia liv livvy
philippa pippa pip
priscilla cilla
rachel rach
roberta bobbie
rosemary rosie rose
sarah sara sally sadie
sophia sophie sofia zofia zosia sonya
ursula uschi
valerie val
vivian viv
yvonne vonnie
alistair alasdair alastair
phillippa philippa pippa
`

const KNOWN = `
aaron abena ada adam adele adrian aidan aiko aino alan alana albena ali alice alina allan allison amara amber amelia amir amit amy anand andrea
angel angelo anika anil anita anja annika anton april aria arjun armando arun asha ashley astrid audrey axel aya azadeh bela bianca bjorn bram brandon
brenda brian bruce bruna bruno bryan caleb cameron camille carina carl carla carmen cecilia celine cesar chen chiara chidi claire clara claude claudio
colin colm connor conrad craig dalia damian dana dane daniela danielle daria darren dean deepa deepak denis denise derek dennis dieter dina dirk dora
dorian dylan eitan elias elif elio ellen elsa emil emilia emilio emmanuel emre enzo erica erik eric erin ernest esther ethan eva eve ewa fabian fabia
fabio farah fatou felicia felix fiona flora florian franka freya gareth gaurav gavin gemma gina gisela gita giulia glen gloria gordon grace graham
guido gunnar gustav guy hana hari harvey heather heidi hector helga henrietta herbert hilary holly howard hugh hugo ian igor ines ingrid iris irma
isaac ivana ivo ivy jago jana jane janet jason jasmine javier jean jens jill joan joel jonas jonah jordan jorg juan julian juliana justin justine kamal
karan karen karim karima karina karla keith kelly kemal kenji kevin kiran kofi krzysia kurt kyle lara laura lauren lea leah leandro leon leslie lewis
liana lian lila lily lina linda logan lorna louise luc luca lucas lukas luka luisa luke lydia lynn mahesh mahmoud malcolm manuela marc marcel marcela
marco marcus marek maren mariana marina mario marion marissa mark marlene marvin mason maya megumi mei mercy mikael mila milan milena milo mina mira
mohan mona monica morgan mukesh nadia nadine naomi neil nicolo nils nina nisha noah noam noel nora norman ole olaf oleg omid orla otto owen paloma
paula paula-maria pavla penelope per petra pia pilar polly molly priya rafael rafaela rahul raj rajesh rakesh ralph ramesh ramon rana rani rania rashid
rashida ravi rebekah reena meena regina reinhard rene reza rhys riya robin rodney rodrigo rohan rohit roland roman rory rosa rosalind rose ross roy ruben
ruth ryan salim sami samir samira sandeep sanjay sanjeev saad sanne santiago scott sean selma serena shane sharon shaun shirley signe simon simona
simone sina sophus stacey stella stephanus sunil sunita suresh sven sylvia tamara tamsin tara tatjana teo thea thijs tiago tilda timo todd tove travis
trevor troy udo uma uwe valentin valentina varun vera vidya vijay vikram vinay violet viola virginia wanda warren wayne wendy werner wendell xavier yan
yann yasmin yuki zara zoe zoran zygmunt khalil amin amina hani hanan nader kareem dario silvia bettina kara mats angus bennett alla egor nikita sudesh
usha wieslaw zuzana
`

const lines = (table: string) => table.trim().split('\n')
const familiesOf = new Map<string, Set<number>>()
const formal: string[] = []
const firstLetters: string[] = []
for (const [index, line] of lines(FAMILIES).entries()) {
  const members = line.split(' ')
  formal.push(nameSound(members[0] ?? ''))
  firstLetters.push(line.charAt(0))
  for (const member of members) {
    const sound = nameSound(member)
    const families = familiesOf.get(sound) ?? new Set<number>()
    familiesOf.set(sound, families.add(index))
  }
}
const alsoKnown = new Set(KNOWN.trim().split(/\s+/).map(nameSound))

export type Kinship = 'short_for' | 'both_forms'

/** How two given names belong together, both as `nameSound` writes them: one is the name the other stands for, or both stand for a third. */
export function kinship(one: string, other: string): Kinship | undefined {
  const [ours, theirs] = [familiesOf.get(one), familiesOf.get(other)]
  if (ours === undefined || theirs === undefined || one === other) return undefined
  const shared = [...ours].filter((family) => theirs.has(family))
  if (shared.length === 0) return undefined
  return shared.some((family) => formal[family] === one || formal[family] === other) ? 'short_for' : 'both_forms'
}

/** The name for which a short one stands comes first; of two full forms as they are. */
export const isFormal = (sound: string): boolean => formal.includes(sound)

export const isGivenName = (sound: string): boolean => familiesOf.has(sound) || alsoKnown.has(sound)

/** First letters of what a name may be called formally: W for Bill, beside its own. */
export const formalLetters = (sound: string): readonly string[] =>
  [...(familiesOf.get(sound) ?? [])].map((family) => firstLetters[family] ?? '')

/** One key for all names that may stand for one another by their first formal name: what a blocking key is made of. */
export function familyKeys(sound: string): readonly string[] {
  const families = [...(familiesOf.get(sound) ?? [])].map((family) => formal[family] ?? '')
  return families.length === 0 ? [sound] : [...new Set(families)]
}
