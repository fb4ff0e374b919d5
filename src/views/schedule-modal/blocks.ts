/** **Schedule…**: their next working morning and other moments that suit them, each by their clock and the reader's; or any other. */
import type { InputBlock, ModalView } from '@slack/types'
import type { Instant, Zone } from '../../domain/shared/time.ts'
import { schedule } from '../../domain/shared/words/draft-acts.ts'
import type { ScheduleModel } from '../../usecases/outreach/schedule-draft.ts'
import { type CardRef, cardValue } from '../draft-card/ids.ts'
import { day, field, option, plain, radio } from '../form-fields.ts'
import { safe, section } from '../mrkdwn.ts'
import { clockIn, placeOfZone } from '../when.ts'
import { DAY, SCHEDULE_MODAL, TIME, WHEN } from './ids.ts'

export function renderScheduleModal(ref: CardRef, model: ScheduleModel, reader: Zone): ModalView {
  const options = model.suggestions.map((at) => option(String(at), moments(at, model.zone, reader)))
  const clock = schedule.clock(placeOfZone(model.zone), model.zoneIsTheirs)
  return {
    type: 'modal',
    callback_id: SCHEDULE_MODAL,
    private_metadata: cardValue(ref),
    title: plain(schedule.title),
    submit: plain(schedule.submit),
    close: plain(schedule.close),
    blocks: [
      section(schedule.about(safe(model.fullName, 300), safe(model.subject, 600))),
      field({ id: WHEN, label: schedule.when }, radio(options, options[0]?.value)),
      field({ id: DAY, label: schedule.day, hint: clock }, day(undefined, schedule.pickDay)),
      field({ id: TIME, label: schedule.time }, time(model.zone)),
    ],
  }
}

const moments = (at: Instant, theirs: Zone, yours: Zone): string => {
  const [there, here] = [clockIn(at, theirs), clockIn(at, yours)]
  return schedule.option(there, there === here ? undefined : here)
}

/** By the candidate's clock, which is what a morning means. */
const time = (zone: Zone): InputBlock['element'] => ({
  type: 'timepicker',
  placeholder: plain(schedule.pickTime),
  timezone: zone,
})
