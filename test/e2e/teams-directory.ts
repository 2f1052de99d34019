/** A made-up collaborative of one house whose room is a channel of Teams. */
export const ROOM = '19:willow@thread.tacv2'
export const NIA = '00000000-0000-4000-8000-000000000021'
export const DIRECTORY = `
organisations:
  - slug: harbour
    name: Harbour NHS Foundation Trust
    type: lead-provider
    region: south-east
    rooms: [{ channel: teams, room: "19:triage@thread.tacv2", use: triage }]
    people:
      - { id: quinn, name: Quinn Adeyemi, email: quinn@harbour.example.org }
    roles: { quality-lead: { holder: quinn } }
  - slug: willow
    name: Willow House
    type: sub-contractor
    region: south-east
    leadProvider: harbour
    rooms: [{ channel: teams, room: "${ROOM}", use: cases }]
    people:
      - { id: nia, name: Nia Ward, accounts: { teams: ${NIA} } }
    roles: { incident-lead: { holder: nia } }
  - slug: south-east-team
    name: South East quality team
    type: quality-team
    region: south-east
    people:
      - { id: mara, name: Mara Oyelaran, email: mara@region.example.org }
    roles: { quality-manager: { holder: mara } }
`
