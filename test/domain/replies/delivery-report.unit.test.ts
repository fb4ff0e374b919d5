import { describe, expect, it } from 'vitest'
import { automaticBy } from '../../../src/domain/replies/automatic.ts'
import { readDeliveryReport } from '../../../src/domain/replies/delivery-report.ts'

const report = (action: string, status: string, recipient = 'rfc822; Ana@Example.com') =>
  `Reporting-MTA: dns; mx.example.com\r\nArrival-Date: Mon, 2 Mar 2026 09:00:00 +0000\r\n\r\nFinal-Recipient: ${recipient}\r\nAction: ${action}\r\nStatus: ${status}\r\nDiagnostic-Code: smtp; 550-5.1.1 no\r\n 550 such user\r\n`
const headers = { 'content-type': 'multipart/report; report-type=delivery-status; boundary=x' }
const from = 'mailer-daemon@mx.example.com'

describe('a report of a mail server', () => {
  it.each(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.1.1 (bad destination mailbox)'])(
    'that failed with %s names an address that does not exist',
    (status) =>
      expect(readDeliveryReport(report('failed', status))).toEqual({ failed: true, dead: ['ana@example.com'] }),
  )
  it.each(['5.2.2', '5.7.1', '5.3.4', '5.0.0', '4.4.7', '5.1.8', '5.1.100', ''])(
    'that failed with "%s" says nothing against the address',
    (status) => expect(readDeliveryReport(report('failed', status))).toEqual({ failed: true, dead: [] }),
  )
  it.each(['delayed', 'delivered', 'relayed', 'Expanded', 'delayed (will retry)'])(
    'that is %s says that nothing came back',
    (action) => {
      const read = readDeliveryReport(report(action, '5.1.1'))
      expect(read).toEqual({ failed: false, dead: [] })
      expect(automaticBy({ headers, from, report: read })).toBe('delivery_note')
    },
  )
  it('has come back where it did for one of several, or the action is unknown', () => {
    const two = `${report('delayed', '4.4.1', 'rfc822; ben@example.com')}\r\n${report('failed', '5.1.1').split('\r\n\r\n')[1]}`
    expect(readDeliveryReport(two)).toEqual({ failed: true, dead: ['ana@example.com'] })
    expect(readDeliveryReport(report('odd', '5.1.1'))?.failed).toBe(true)
  })
  it('names the address that was written to beside the one that it led to', () => {
    const both = report(
      'failed',
      '5.1.1',
      'rfc822;<old@elsewhere.example>\r\nOriginal-Recipient: rfc822;ana@example.com',
    )
    expect(readDeliveryReport(both)?.dead).toEqual(['old@elsewhere.example', 'ana@example.com'])
    expect(readDeliveryReport(report('failed', '5.1.1', 'x400; /C=us/'))?.dead).toEqual([])
  })
  it('is a bounce where it cannot be read, and never anything where it is no report', () => {
    expect(readDeliveryReport('Reporting-MTA: dns; mx')).toBeUndefined()
    expect(automaticBy({ headers, from })).toBe('bounce')
    expect(automaticBy({ headers, from, report: { failed: true, dead: [] } })).toBe('bounce')
    const delayed = { failed: false, dead: [] }
    expect(automaticBy({ headers: {}, from: 'ana@example.com', report: delayed })).toBeUndefined()
  })
})
