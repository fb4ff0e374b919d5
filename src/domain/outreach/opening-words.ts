/** Words with which people begin a sentence about somebody, so that a capital there is no name's. */
import { isPlainWord } from './plain-words.ts'

export const isOpening = (folded: string): boolean =>
  OPENINGS.has(folded) || isPlainWord(folded) || ENDINGS.test(folded)

/** No first name that is at all common ends so. */
const ENDINGS =
  /.{2}(?:ing|tion|sion|ment|ness|ship|ful|able|ible|ively|ently|ously|ive|less|ical|ised|ized|lained|dled|cused|cellent)$/

const OPENINGS = new Set(
  `a an and at calm could good great has i impressed is knows likes loved loves nailed needs prefers really she he they strong superb the their her his
  very wants was we would
  above absolutely almost always amazing anyone architecture asked asks attitude avoid awesome best better big both bright bring brings brought built
  builds came candidate cares challenged clean clear clearly clever code collaborated comes confident cool communicated consider could curiosity curious
  dealt debugged deep deeply definitely delivered delivery demo despite designed design did discuss does drew drove during easy
  energy english enjoys even every everyone everything exceptional experience explain explains fast felt finished first focus for fully
  from gave get gets give go got grasped grew had hands handles hard help helped helps hire hired hiring honest how humble if in
  incident interview interviewed interviewers interviews invites it its just keep keeps kept kind knew know later leadership leads learn learned learns learnt led less let
  listened listens look looks lots made make makes many met mentored mentors mindset missed more most much must near needed never next nice no nobody not noticed
  observed of offered often on one open our out over owned owns paired panel passed patient people practice practise prepared presented preparation pushed quality quick quickly
  quiet quietly raised read ready remarkable reasoned reliability respected rollout runs runner sad saw security seen sees sharp shipped showed shows simple smart so solid solved some somebody someone
  sorry spoke spoken spots spotted stay stayed stays still structured style such supported system systems take takes talked talks task taught teaches team technical tested testing tests thanks that their them then
  there these thinks this those though thoughtful thoroughly thought to today together took tradeoffs tried try two under understands understood unusual use used uses walked warm watch well went what when
  whiteboard who wished with work worked works worth writes wrote yes yesterday you young`.split(/\s+/),
)
