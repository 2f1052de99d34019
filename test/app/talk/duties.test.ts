import { beforeEach, describe, expect, test } from 'vitest'
import { providerId, RecordId } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { fieldIn, formIn, speaker, wordsOf } from './speaking.ts'

describe('/muster duties', () => {
  let world: TestApp

  beforeEach(async () => {
    world = await openApp()
  })

  const told = async (who: string, words: string) =>
    wordsOf(world, await speaker(world, who).command('muster', words))

  const opened = async (who: string, form: string, slug: string, filled: Record<string, string>) =>
    speaker(world, who).press({ do: 'open', form, record: providerId(slug), with: filled })

  test('lists what runs and what could, with the button that begins each', async () => {
    const words = await told('quinn', 'duties willow')

    expect(words).toContain('Recurring duties: Willow House')
    expect(words).toContain('None runs now.')
    expect(words).toContain('D21 Contract review meeting, every 1 to 12 months (QSIF 2020, 5.1.2)')
    expect(words).toContain('[Begin D22, quality assurance visit…]')
    expect(words).not.toContain('D10')
  })

  test('of a Lead Provider lists what it owes itself, and without a name one’s own', async () => {
    const words = await told('quinn', 'duties')

    expect(words).toContain('Recurring duties: Harbour NHS Foundation Trust')
    expect(words).toContain('D10 Safeguarding report to the CQRM, every 3 months')
    expect(await told('mara', 'duties harbour')).toContain('D12 Intelligence call, every month')
  })

  test('a round that is missed again by a corrected record is asked about anew, with the first reason', async () => {
    world = await openApp({ startsAt: '2027-04-05T10:00:00Z' })
    const to = providerId('willow')
    const meeting = RecordId.parse('meeting-7k2m9q4x')
    const quinn = speaker(world, 'quinn')
    const begins = formIn(await opened('quinn', 'beginDuty', 'willow', { duty: 'D13b' }))
    await quinn.fill(begins, { from: '2027-03-01 10:00', months: '1' })
    await quinn.fill(formIn(await opened('quinn', 'dutyMissed', 'willow', { cycle: 'D13b' })), {
      reason: 'The lead was ill.',
    })
    const by = { type: 'person', person: 'quinn' } as const
    const rule = { kind: 'provider', meeting } as const
    await world.ask({ ...rule, type: 'noteOwnMeeting', rule: 'M5b', label: 'M5b' }, to)
    const held = { ...rule, type: 'noteOwnMeetingClosed', by } as const
    const was = '2027-03-29T10:00:00Z'
    await world.ask({ ...held, heldAt: was }, to)
    await world.ask({ ...held, heldAt: '2027-04-02T10:00:00Z', was }, to)

    expect(await told('quinn', 'mine')).toContain(
      'why was the CQRM with the sub-contractor (D13b) due Thu 1 Apr 2027 not held in time?',
    )
    const asked = { cycle: 'D13b', round: '2027-04-01T22:59:59Z' }
    const form = formIn(await opened('quinn', 'dutyMissed', 'willow', asked))
    expect(fieldIn(form, 'reason').hint).toBe('Said first: “The lead was ill.”')
    await quinn.fill(form, { reason: 'The room was flooded.' })

    expect(await told('quinn', 'mine')).not.toContain('not held in time')
  })

  test('leaves no trace of a Lead Provider to whoever may not see it', async () => {
    expect(await told('ivan', 'duties harbour')).toContain('There is no')
    expect(await world.store.load(providerId('harbour'))).toBeUndefined()
    expect(await told('mara', 'duties')).toContain('Name the provider')
  })

  test.each(['-1', '0', 'one', '1.5', '13', '1000'])(
    'refuses an interval of %s months with the rule and with what is accepted',
    async (months) => {
      const accepted =
        /D21 Contract review meeting \(QSIF 2020, 5\.1\.2\): .*every 1 to 12 months\./
      const quinn = speaker(world, 'quinn')
      const form = formIn(await opened('quinn', 'beginDuty', 'willow', { duty: 'D21' }))
      const begun = { from: '2027-03-01 10:00' }
      const refused = formIn(await quinn.fill(form, { ...begun, months }))
      expect(refused.problem).toMatch(accepted)
      expect(fieldIn(refused, 'months').error).toContain('every 1 to 12 months')

      await quinn.fill(form, { ...begun, months: '6' })
      const often = formIn(await opened('quinn', 'dutyInterval', 'willow', { cycle: 'D21' }))
      const changed = await quinn.fill(often, { amount: months, unit: 'months', reason: 'Agreed.' })
      expect(formIn(changed).problem).toMatch(accepted)
    },
  )

  test('a duty is begun, shown, changed and stopped by the same posts', async () => {
    const quinn = speaker(world, 'quinn')
    const form = formIn(await opened('quinn', 'beginDuty', 'willow', { duty: 'D22' }))
    expect(fieldIn(form, 'months').label).toContain('how many months')
    const wrong = formIn(await quinn.fill(form, { from: '2027-03-01 10:00', months: '13' }))
    expect(wrong.problem).toContain('what is accepted is every 1 to 12 months')

    const begun = await quinn.fill(form, { from: '2027-03-01 10:00', months: '6' })
    expect(wordsOf(world, begun)).toContain('with the day on which the first is due')
    expect(await told('quinn', 'duties willow')).toContain('[Stop it…]')
    expect(await told('quinn', 'mine')).toContain(
      'Willow House: D22 Quality assurance visit, due Wed 1 Sep 2027',
    )
    expect(await told('quinn', 'status willow')).toContain('[Recurring duties…]')

    const often = formIn(await opened('quinn', 'dutyInterval', 'willow', { cycle: 'D22' }))
    await quinn.fill(often, { amount: '3', unit: 'months', reason: 'Agreed with Willow House.' })
    expect(await told('quinn', 'duties willow')).toContain('due Sat 26 Jun 2027')
    expect(wordsOf(world, await opened('ivan', 'stopDuty', 'willow', { cycle: 'D22' }))).toContain(
      'Only the quality lead',
    )
    const stop = formIn(await opened('quinn', 'stopDuty', 'willow', { cycle: 'D22' }))
    await quinn.fill(stop, { reason: 'The contract has ended.' })
    expect(await told('quinn', 'duties willow')).toContain('None runs now.')
    expect(await told('quinn', 'export willow')).toContain('A recurring duty was stopped')
  })

  test('a complex-case team says every how many days, and its case manager is reminded', async () => {
    const quinn = speaker(world, 'quinn')
    const form = formIn(await opened('quinn', 'beginDuty', 'willow', { duty: 'D25' }))
    const labels = form.fields.map(({ label }) => label)
    expect(labels).toContain('Every how many days?')
    expect(labels).not.toContain('Every how many months?')

    await quinn.fill(form, { from: '2027-03-26 10:00', days: '14' })

    expect(await told('quinn', 'duties willow')).toMatch(
      /D25 Complex-case team meeting: due Fri 9 Apr 2027 .*owed by case manager, Harbour/,
    )
  })

  test('the form of a Board report says that minutes of governance groups are not sufficient', async () => {
    const quinn = speaker(world, 'quinn')
    await told('quinn', 'duties harbour')
    const form = formIn(await opened('quinn', 'beginDuty', 'harbour', { duty: 'D11' }))
    await quinn.fill(form, { from: '2027-03-01 10:00' })

    const report = formIn(await opened('quinn', 'boardReport', 'harbour', { cycle: 'D11' }))

    expect(report.heading?.join(' ')).toContain('clinical governance groups are not sufficient')
    expect(await told('quinn', 'tracker')).toContain('0 of 3 in enhanced')
  })
})
