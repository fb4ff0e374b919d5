/** What people and other systems call someone's work, way and relation to us. */
import type { CareerStage, Employment, Relation } from '../candidate/candidate.ts'
import { wordsFor } from './standing-words.ts'

export const employmentOf = wordsFor<Employment>({
  employed: 'employed|working|full time|part time|permanent|in work|in a job|angestellt|en poste|empleado|empregado',
  on_notice: 'on notice|notice|working their notice|notice period|resigned|leaving|gekundigt|en preavis',
  between_jobs:
    'between jobs|unemployed|not employed|available|open to work|laid off|looking|job seeking|arbeitslos|sans emploi|desempleado|desempregado',
  self_employed:
    'self employed|freelance|freelancer|contractor|independent|own business|founder|selbststandig|freiberufler|independant|autonomo',
  studying: 'studying|student|in education|phd student|studiert|etudiant|estudiante|estudante',
})

export const careerOf = wordsFor<CareerStage>({
  student: 'student|student or graduate|graduate|new graduate',
  starting: 'starting|starting out|early career|early|entry level|beginner',
  established: 'established|mid career|experienced',
  expert: 'expert|expert in the field|specialist|late career',
  leading: 'leading|leading others|leader|management|manager',
  changing_field: 'changing field|career changer|changing|switching|career change',
})

export const relationOf = wordsFor<Relation>({
  client: 'client|customer|kunde|kundin|cliente',
  partner: 'partner|business partner|partnerin|partenaire|socio',
})
