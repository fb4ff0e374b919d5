/** The page behind "May I stay in touch?". */
import { defaultExpiry } from '../../domain/consent/permission.ts'
import { STAY_CHOICES, type StayAnswer, type StayProblem, type StayWhen } from '../../domain/consent/stay-in-touch.ts'
import { dayIn, type Instant, UTC } from '../../domain/shared/time.ts'
import { dayInWords } from '../../domain/shared/words/day.ts'
import { stayPage as words } from '../../domain/shared/words/keep-door.ts'
import { html, type Markup, renderPage } from './page.ts'

export type StayPage = {
  readonly company: string
  /** Whose letter it was. */
  readonly asks: string
  readonly now: Instant
  readonly answered: StayAnswer | undefined
  /** What was wrong with what they sent, and what that was. */
  readonly problem?: StayProblem | undefined
  readonly given?: { readonly when: string; readonly day: string } | undefined
}

export function renderStay(page: StayPage): string {
  const { company, answered, problem } = page
  if (problem === undefined && answered !== undefined) return renderAnswered(page, answered)
  return renderPage(
    problem === undefined ? words.title : words.problemTitle,
    html`${problem === undefined ? html`` : html`<p role="alert" class="problem" id="problem">${words.problems[problem]}</p>`}
<p>${words.ask(page.asks, company)}</p>
${form(page)}`,
  )
}

function renderAnswered(page: StayPage, answered: StayAnswer): string {
  const { company } = page
  const title = answered.kind === 'yes' ? words.yesTitle : words.noTitle
  const text =
    answered.kind === 'yes'
      ? words.yesText(company, dayInWords(answered.nextTouch), until(page))
      : words.noText(company)
  return renderPage(
    title,
    html`<p role="status">${text}</p>
<h2>${words.change}</h2>
${form(page)}`,
  )
}

export const renderExpired = (at: Instant): string =>
  renderPage(words.expiredTitle, html`<p>${words.expiredText(dayInWords(dayIn(at, UTC)))}</p>`)

const until = ({ now }: StayPage): string => dayInWords(dayIn(defaultExpiry('consent', now), UTC))

const CHOICES: readonly StayWhen[] = [...(Object.keys(STAY_CHOICES) as (keyof typeof STAY_CHOICES)[]), 'date']

/** One form, two buttons: whichever is pressed is the answer. It posts to the very address of the page. */
function form(page: StayPage): Markup {
  const { problem, given } = page
  const chosen = CHOICES.find((one) => one === given?.when) ?? 'months_3'
  const isDayWrong = problem !== undefined && problem !== 'when_missing'
  const radios = CHOICES.map((choice) => radio(choice, choice === chosen))
  const day = isDayWrong
    ? html`<input type="date" id="day" name="day" value="${given?.day ?? ''}" aria-invalid="true" aria-describedby="problem">`
    : html`<input type="date" id="day" name="day" value="${given?.day ?? ''}">`
  return html`<form method="post">
<fieldset>
<legend>${words.when}</legend>
${joined(radios)}
<p class="choice"><label for="day">${words.day}</label> ${day}</p>
</fieldset>
<p>${words.means(page.company, until(page))}</p>
<p class="answers"><button type="submit" name="answer" value="yes">${words.yes}</button>
<button type="submit" name="answer" value="no" class="quiet">${words.no}</button></p>
<p>${words.noMeans}</p>
</form>`
}

const radio = (choice: StayWhen, isChosen: boolean): Markup =>
  isChosen
    ? html`<p class="choice"><input type="radio" id="${choice}" name="when" value="${choice}" checked> <label for="${choice}">${words.choices[choice]}</label></p>`
    : html`<p class="choice"><input type="radio" id="${choice}" name="when" value="${choice}"> <label for="${choice}">${words.choices[choice]}</label></p>`

const joined = (parts: readonly Markup[]): Markup => parts.reduce((all, part) => html`${all}${part}`, html``)
