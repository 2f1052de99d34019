import type { PolicySource } from '../../../core/policy/policy.ts'

type Cast = NonNullable<PolicySource['rehearsals']>[number]['cast']
type Member = Cast[number]

const NORTH_VALE = 'north-vale'

/** What an organisation of the cast has unless it is said. */
const plain = {
  region: NORTH_VALE,
  leadProvider: null,
  links: {},
  jointlyCommissioned: false,
  services: [],
  rooms: [],
  urgentPhone: null,
  bridge: null,
} satisfies Partial<Member>

const northmere: Member = {
  ...plain,
  slug: 'northmere',
  name: 'Northmere NHS Foundation Trust',
  type: 'lead-provider',
  links: { icb: 'vale-icb', 'local-authority': 'vale-council', cqc: 'cqc' },
  services: ['adult-low-secure'],
  rooms: [{ channel: 'drill', room: 'northmere-triage', use: 'triage' }],
  urgentPhone: '01632 960010',
  bridge: { url: 'https://rehearsal.invalid/northmere', dialIn: '01632 960011, code 1111' },
  head: 'fenella-dart',
  people: [
    { id: 'leonora-casterby', name: 'Leonora Casterby', title: 'quality lead' },
    { id: 'idwal-penrose', name: 'Idwal Penrose', title: 'deputy quality lead' },
    { id: 'saoirse-achebe', name: 'Saoirse Achebe', title: 'on-call quality manager' },
    { id: 'fenella-dart', name: 'Fenella Dart', title: 'chief nurse' },
    { id: 'bram-okafor', name: 'Bram Okafor', title: 'safeguarding lead' },
  ],
  holdings: [
    {
      role: 'quality-lead',
      holder: 'leonora-casterby',
      deputy: 'idwal-penrose',
      onCall: 'saoirse-achebe',
    },
    { role: 'head-of-quality', holder: 'fenella-dart', deputy: 'leonora-casterby' },
    { role: 'safeguarding-lead', holder: 'bram-okafor', onCall: 'saoirse-achebe' },
    { role: 'chief-executive', holder: 'fenella-dart' },
  ],
}

const larkspur: Member = {
  ...plain,
  slug: 'larkspur',
  name: 'Larkspur House',
  type: 'sub-contractor',
  leadProvider: 'northmere',
  links: { icb: 'vale-icb', 'local-authority': 'vale-council', cqc: 'cqc' },
  services: ['adult-low-secure'],
  rooms: [{ channel: 'drill', room: 'larkspur-quality', use: 'cases' }],
  urgentPhone: '01632 960020',
  head: 'gwendolen-ashby',
  people: [
    { id: 'tilda-marchbanks', name: 'Tilda Marchbanks', title: 'ward nurse' },
    { id: 'oswin-tarrant', name: 'Oswin Tarrant', title: 'incident lead' },
    { id: 'maya-trelawn', name: 'Maya Trelawn', title: 'deputy incident lead' },
    { id: 'rhodri-balewa', name: 'Rhodri Balewa', title: 'on-call manager' },
    { id: 'petra-ilesanmi', name: 'Petra Ilesanmi', title: 'safeguarding lead' },
    { id: 'gwendolen-ashby', name: 'Gwendolen Ashby', title: 'chief executive' },
    { id: 'cosmo-fairweather', name: 'Cosmo Fairweather', title: 'non-executive director' },
  ],
  holdings: [
    {
      role: 'incident-lead',
      holder: 'oswin-tarrant',
      deputy: 'maya-trelawn',
      onCall: 'rhodri-balewa',
    },
    { role: 'safeguarding-lead', holder: 'petra-ilesanmi', onCall: 'rhodri-balewa' },
    { role: 'chief-executive', holder: 'gwendolen-ashby', onCall: 'rhodri-balewa' },
    { role: 'board-representative', holder: 'cosmo-fairweather' },
  ],
}

const qualityTeam: Member = {
  ...plain,
  slug: 'north-vale',
  name: 'NHS England North Vale quality team',
  type: 'quality-team',
  urgentPhone: '01632 960030',
  head: 'delphine-mbeki',
  people: [
    { id: 'anselm-oduya', name: 'Anselm Oduya', title: 'Quality Manager' },
    { id: 'brigid-halloran', name: 'Brigid Halloran', title: 'deputy Quality Manager' },
    { id: 'cyril-nakamura', name: 'Cyril Nakamura', title: 'on-call manager' },
    { id: 'delphine-mbeki', name: 'Delphine Mbeki', title: 'regional director' },
    { id: 'faraday-llewelyn', name: 'Faraday Llewelyn', title: 'regional medical director' },
    { id: 'georgette-salako', name: 'Georgette Salako', title: 'regional nurse director' },
  ],
  holdings: [
    {
      role: 'quality-manager',
      holder: 'anselm-oduya',
      deputy: 'brigid-halloran',
      onCall: 'cyril-nakamura',
    },
    { role: 'regional-director', holder: 'delphine-mbeki', onCall: 'cyril-nakamura' },
    { role: 'medical-director', holder: 'faraday-llewelyn', onCall: 'cyril-nakamura' },
    { role: 'nurse-director', holder: 'georgette-salako', onCall: 'cyril-nakamura' },
  ],
}

const icb: Member = {
  ...plain,
  slug: 'vale-icb',
  name: 'Vale Integrated Care Board',
  type: 'icb',
  head: 'ignatius-moor',
  people: [
    { id: 'ignatius-moor', name: 'Ignatius Moor', title: 'chief nurse' },
    { id: 'kerensa-blythe', name: 'Kerensa Blythe', title: 'host commissioner' },
    { id: 'lorcan-adeniyi', name: 'Lorcan Adeniyi', title: 'on-call director' },
  ],
  holdings: [
    { role: 'accountable-officer', holder: 'ignatius-moor', onCall: 'lorcan-adeniyi' },
    { role: 'commissioner', holder: 'kerensa-blythe', onCall: 'lorcan-adeniyi' },
  ],
}

const council: Member = {
  ...plain,
  slug: 'vale-council',
  name: 'Vale Council',
  type: 'local-authority',
  head: 'morwenna-dacre',
  people: [
    { id: 'morwenna-dacre', name: 'Morwenna Dacre', title: 'adult safeguarding lead' },
    { id: 'nikolai-umeh', name: 'Nikolai Umeh', title: 'emergency duty manager' },
  ],
  holdings: [{ role: 'safeguarding-adult-lead', holder: 'morwenna-dacre', onCall: 'nikolai-umeh' }],
}

const inspectorate: Member = {
  ...plain,
  slug: 'cqc',
  name: 'Care Quality Commission',
  type: 'cqc',
  region: null,
  head: 'odalys-finch',
  people: [{ id: 'odalys-finch', name: 'Odalys Finch', title: 'inspector' }],
  holdings: [{ role: 'inspector', holder: 'odalys-finch' }],
}

/** The collaborative of all rehearsals: nobody of it exists. */
export const cast: Cast = [northmere, larkspur, qualityTeam, icb, council, inspectorate]
