import { type Column, direct, form } from './column.ts'

/** Of organisations: their people, digests and rules. */
export const ORGANISATION_COLUMNS: readonly Column[] = [
  form(
    'away',
    'organisation.setLeave',
    'away',
    'alderHouse',
    {
      person: 'amina-farrow',
      from: '2027-04-01 00:00',
      until: '2027-04-08 00:00',
      cover: 'nobody',
    },
    { person: 'amina-farrow' },
  ),
  form('appoint', 'organisation.appoint', 'appoint', 'alderHouse', {
    role: 'incident-lead',
    holder: 'priya-lundgren',
    deputy: 'gethin-okonjo',
    onCall: 'nobody',
  }),
  form('add', 'organisation.addPerson', 'addPerson', 'alderHouse', {
    name: 'Ottilie Brandt',
    email: 'ottilie.brandt@alder-house.example.org',
  }),
  form('remove', 'organisation.removePerson', 'removePerson', 'alderHouse', {
    person: 'gethin-okonjo',
    reason: 'Left for another trust.',
  }),
  direct('digest', 'organisation.orderDigest', 'alderHouse', (by) => ({
    kind: 'organisation',
    type: 'orderDigest',
    by,
    every: 'daily',
  })),
  direct('room digest', 'organisation.orderRoomDigest', 'alderHouse', (by) => ({
    kind: 'organisation',
    type: 'orderRoomDigest',
    by,
    use: 'cases',
    every: 'daily',
  })),
  direct('approve', 'organisation.approveRules', 'alderHouse', (by, { world }) => ({
    kind: 'organisation',
    type: 'approveRules',
    by,
    pack: world.app.packs.current.hash,
    approvedBy: 'The quality committee',
    approvedOn: world.app.now(),
    reviewOn: null,
  })),
]
