/** What a column of an imported table may hold, and how people head such columns. */

/** Several spellings and languages each; folded, with single spaces for everything that is no letter or digit. */
export const HEADINGS = {
  fullName:
    'name|full name|fullname|candidate|candidate name|applicant|person|display name|contact name|vollstandiger name|kandidat|kandidatin|kandidat in|kandidatenname|name des kandidaten|bewerber|bewerberin|bewerber in|bewerbername|name des bewerbers|nom complet|candidat|candidat e|nom du candidat|nombre completo|candidato|candidata|candidato a|nombre del candidato|nome do candidato|nome completo|naam|volledige naam|kandidaat|naam kandidaat|nome e cognome|nome del candidato|nombre y apellidos|apellidos y nombre|nom et prenom|nom prenom|prenom et nom|prenom nom|nachname vorname|vorname nachname|vor und nachname|cognome e nome|last first|last name first name|first and last name',
  firstName: 'first name|firstname|first|given name|forename|vorname|prenom|nombre|primeiro nome|voornaam|nome|given',
  nameParticle:
    'tussenvoegsel|tussenvoegsels|name particle|surname prefix|last name prefix|family name prefix|namenszusatz',
  lastName:
    'last name|lastname|last|surname|family name|nachname|familienname|nom de famille|nom|apellido|apellidos|sobrenome|apelido|achternaam|cognome',
  email:
    'email|e mail|email address|e mail address|mail|primary email|personal email|work email|other email|other mail|second email|secondary email|alternate email|alternative email|private email|email 1|email 2|e mail adresse|emailadresse|mailadresse|adresse email|adresse e mail|courriel|correo|correo electronico|correio eletronico|endereco de email|e mail adres|indirizzo email|emails|e mails|mails|email addresses|e mail addresses|primary email address|correos',
  phone:
    'phone|phone number|telephone|tel|mobile|mobile phone|mobile number|cell|cell phone|home phone|work phone|other phone|secondary phone|private phone|telefon|telefonnummer|handy|handynummer|mobil|telefono|telefone|telemovel|celular|movil|portable|numero de telephone|telefoon|telefoonnummer|cellulare|phones|phone numbers|telephones|primary phone|primary phone number|telefono movil|telefon mobil|handynummern|business phone',
  profileLink:
    'linkedin|linkedin url|linkedin profile|linkedin link|profile|profile url|profile link|url|link|website|github|github url|xing|portfolio|profil|profillink|perfil|profilo|profiles|links|urls|websites|linkedin urls|linkedin profile url|github profile|social profiles|social profile|social media|social links',
  role: 'role|considered role|considered for|job|job title applied|applied for|application|applied role|vacancy|job applied to|opening|requisition|req|stelle|beworben fur|beworben als|beworben auf|bewerbung auf|bewerbung als|bewerbung fur|bewerbung|poste vise|vaga pretendida|vaga|ruolo|job name|job title applied for|posting title|posting|job posting|position applied for|puesto solicitado|poste demande',
  headline:
    'headline|title|job title|current title|current role|current position|current job title|titel|berufsbezeichnung|aktuelle position|titre|intitule du poste|titulo|titolo|functietitel|position|stellenbezeichnung|poste|puesto|cargo|functie|posizione|poste actuel|puesto actual|cargo actual|cargo atual|huidige functie|posizione attuale|aktuelle stelle|organization title|organisation title',
  company:
    'company|current company|employer|current employer|organization|organisation|company name|firma|unternehmen|arbeitgeber|entreprise|societe|employeur|empresa|compania|azienda|bedrijf|werkgever|organization name|organisation name|entreprise actuelle|empresa actual|empresa atual|aktueller arbeitgeber',
  location:
    'location|city|place|based in|town|current location|address city|ort|stadt|wohnort|standort|lieu|ville|localisation|ubicacion|ciudad|localizacao|cidade|localidade|plaats|woonplaats|citta|luogo|home city|location summary|candidate location',
  skills:
    'skills|skill|tags|technologies|tech stack|stack|key skills|competencies|fahigkeiten|kenntnisse|kompetenzen|competences|habilidades|competencias|vaardigheden|competenze|candidate tags',
  seniority: 'seniority|level|career level|experience level|senioritat|niveau|nivel|livello',
  jobFunction: 'function|job function|department|discipline|abteilung|fonction|departamento|afdeling|funzione',
  careerStage: 'career stage|career phase|karrierephase|etape de carriere|etapa profesional',
  employment:
    'employment|employment status|working status|work status|current employment|beschaftigung|situation professionnelle|situacion laboral',
  relation: 'relation|relationship|also our|client or partner|beziehung',
  standing:
    'status|standing|outcome|result|decision|application status|ergebnis|bewerbungsstatus|statut|estado|situacao|resultado|stato|esito',
  standingDay:
    'status date|outcome date|date rejected|rejected on|rejection date|rejected at|decision date|told no on|date of rejection|absagedatum|absage am|abgelehnt am|date de refus|date du refus|refuse le|fecha de rechazo|fecha rechazo|rechazado el|data da recusa|data de recusa|data da rejeicao|data de rejeicao|datum afwijzing|data rifiuto',
  applied:
    'disqualified|disqualified at|disqualified on|disqualification reason|reason for disqualification|rejected|rejection reason|reject reason|reason for rejection|archived|archive reason|archived at|archived on|application id|applied|applied on|applied at|applied date|date applied|application date|submitted at|abgelehnt|absagegrund|ablehnungsgrund|bewerbungsdatum|beworben am|motif de refus|refuse|date de candidature|rechazado|motivo de rechazo|fecha de solicitud|motivo de recusa|data da candidatura|afgewezen|reden afwijzing|sollicitatiedatum|motivo del rifiuto|data candidatura',
  doNotContact:
    'do not contact|dnc|no contact|do not email|do not mail|do not call|unsubscribed|unsubscribed at|unsubscribed on|unsubscribe|opt out|opted out|opt out date|email opt out|has opted out of email|blacklisted|nicht kontaktieren|nicht anschreiben|kontaktsperre|abgemeldet|abbestellt|widerspruch|werbewiderspruch|ne pas contacter|desinscrit|desabonne|no contactar|dado de baja|nao contactar|nao contatar|niet benaderen|uitgeschreven|non contattare|disiscritto',
  stage:
    'stage|last stage|stage reached|furthest stage|interview stage|phase|etape|etapa|fase|current stage|current interview stage|job stage|pipeline stage',
  tier: 'tier|rating|grade|ranking',
  kind: 'kind|type|candidate type|category|art|typ|tipo|categorie',
  skillScore: 'skill fit|skill rating|skills rating|skill score',
  skillEvidence: 'skill fit evidence|skill evidence|skill rating evidence',
  valuesScore: 'values alignment|values fit|values rating|values score',
  valuesEvidence: 'values alignment evidence|values evidence|values rating evidence',
  source: 'source|origin|channel|found via|quelle|herkunft|fuente|origem|bron|fonte',
  lastContacted:
    'last contacted|last contact|last contacted on|last touch|last touchpoint|last activity|contacted on|letzter kontakt|dernier contact|ultimo contacto|ultimo contato|laatste contact|last activity at|last activity date|last interaction|last interaction at',
  nextTouch: 'next touch|next contact|follow up|follow up date|follow up on|remind on|wiedervorlage|relance',
  note: 'note|notes|comment|comments|remarks|feedback|notiz|notizen|bemerkung|bemerkungen|kommentar|commentaire|commentaires|remarques|notas|comentarios|observacoes|opmerkingen|note e commenti',
} as const satisfies Record<string, string>

/** Where the file says that its people applied, these name what they applied for; else what they do. */
const EITHER = new Set('position|stellenbezeichnung|poste|puesto|cargo|functie|posizione'.split('|'))
export const isEither = (plainHeading: string): boolean => EITHER.has(plainHeading)

export type ImportField = keyof typeof HEADINGS
/** A field that the workspace defined, by its id. */
export type OwnColumn = `own:${string}`
export type ColumnField = ImportField | OwnColumn
export const isOwnColumn = (field: string): field is OwnColumn => field.startsWith('own:')
/** Which columns (from 0) hold which field; of several the first that says something counts, of contacts and notes each. */
export type Mapping = { readonly [Field in ImportField]?: readonly number[] } & {
  readonly [own: OwnColumn]: readonly number[] | undefined
}

export const IMPORT_FIELDS = Object.keys(HEADINGS) as readonly ImportField[]

/** Columns of people who went through something with us. */
export const OF_APPLICANTS = ['standing', 'standingDay', 'stage', 'applied'] as const satisfies readonly ImportField[]
export const isOfApplicants = (mapping: Mapping): boolean => OF_APPLICANTS.some((field) => mapping[field] !== undefined)
