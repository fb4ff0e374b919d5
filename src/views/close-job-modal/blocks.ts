/** "Close job": what became of it, so that goals and times to fill have facts. The metadata is the job's id. */
import type { ModalView, PlainTextOption } from '@slack/types'
import { CURRENCY_CODES } from '../../domain/jobs/money.ts'
import { hireSources, closeForm as words } from '../../domain/shared/words/jobs.ts'
import type { ClosingJob } from '../../usecases/jobs/close-job.ts'
import { chosen, day, field, option, optionsOf, plain, radio, typed } from '../form-fields.ts'
import { safe, section, small } from '../mrkdwn.ts'
import { flat } from '../people-list/person-row.ts'
import { CLOSE_JOB_MODAL, CLOSE_JOB_BLOCKS as IDS } from './schema.ts'

const MONEY = { max: 30, placeholder: '0.00' }

export const renderCloseJobModal = ({ job, openedOn }: ClosingJob): ModalView => ({
  type: 'modal',
  callback_id: CLOSE_JOB_MODAL,
  private_metadata: job.id,
  title: plain(words.title),
  submit: plain(words.submit),
  close: plain(words.close),
  blocks: [
    section(words.about(safe(flat(job.title), 300))),
    field({ id: IDS.outcome, label: words.outcome, required: true }, radio(optionsOf(words.outcomes), undefined)),
    field({ id: IDS.openedOn, label: words.openedOn, hint: words.openedHint }, day(openedOn, words.day)),
    { type: 'divider' },
    small(words.onlyFilled),
    field(
      { id: IDS.who, label: words.who, hint: words.whoHint },
      { type: 'external_select', min_query_length: 2, placeholder: plain(words.whoPlaceholder) },
    ),
    field({ id: IDS.source, label: words.source }, chosen(optionsOf(hireSources), undefined)),
    field({ id: IDS.acceptedOn, label: words.acceptedOn }, day(undefined, words.day)),
    field({ id: IDS.appliedOn, label: words.appliedOn, hint: words.appliedHint }, day(undefined, words.day)),
    field({ id: IDS.internalCost, label: words.internalCost, hint: words.internalHint }, typed(MONEY)),
    field({ id: IDS.externalCost, label: words.externalCost, hint: words.externalHint }, typed(MONEY)),
    field(
      { id: IDS.currency, label: words.currency },
      chosen(
        CURRENCY_CODES.map((code): PlainTextOption => option(code, code)),
        undefined,
      ),
    ),
  ],
})
