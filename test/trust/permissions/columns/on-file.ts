import { UNANNOUNCED } from '../on-file.ts'
import { type Column, form, NOW, REASON, reading } from './column.ts'

/** Of what is put on file about a provider, and who reads it. */
export const ON_FILE_COLUMNS: readonly Column[] = [
  form(
    'put risk',
    'provider.file',
    'riskOpened',
    'alder',
    {
      risk: 'Too few staff at night.',
      domain: 'safety',
      consequence: '4',
      likelihood: '3',
      mitigation: 'Agency staff.',
      action: 'To recruit.',
      reviewOn: '2027-04-16',
    },
    { matterRule: 'risk', matterStep: 'risk.opened' },
  ),
  form(
    'plan action',
    'provider.file',
    'planAction',
    'alder',
    {
      risk: 'Too few staff at night.',
      action: 'To recruit six nurses.',
      owner: 'gethin-okonjo',
      dueOn: '2027-06-30',
      metric: 'Every night is covered.',
    },
    { matterRule: 'plan', matterStep: 'plan.action' },
  ),
  form(
    'suspend',
    'provider.file',
    'suspendInFull',
    'alder',
    { reasons: 'Too few staff.', lifting: 'A full rota for a month.', lookOn: '2027-04-16' },
    { matterRule: 'suspension', matterStep: 'suspension.full' },
  ),
  form('lift', 'provider.file', 'suspensionLifted', 'orchard', REASON, {
    matterRule: 'suspension',
    matterStep: 'suspension.lifted',
    matterN: '1',
  }),
  form(
    'plan visit',
    'provider.file',
    'visitUnannounced',
    'alder',
    { kind: 'assurance', purpose: 'Nights.', visitOn: '2027-04-16', goes: 'The quality lead.' },
    { matterRule: 'visit', matterStep: 'visit.unannounced' },
  ),
  form(
    'visit held',
    'provider.file',
    'visitHeld',
    'orchard',
    { heldAt: NOW, went: 'The quality lead.', findingsOn: '2027-04-30' },
    { matterRule: 'visit', matterStep: 'visit.held', matterN: '2' },
  ),
  form(
    'escalate',
    'provider.file',
    'operationalRaised',
    'orchard',
    {
      type: 'staffing',
      what: 'No night staff.',
      since: NOW,
      capacity: 'One ward.',
      tried: 'Agencies.',
      partners: ['quality-manager'],
      asked: 'Two nurses.',
      answerBy: '2027-03-28 09:00',
    },
    { matterRule: 'operational', matterStep: 'operational.raised' },
  ),
  form(
    'partner answers',
    'provider.file',
    'operationalAnswered',
    'orchard',
    { partner: 'quality-manager', help: 'yes', words: 'Two nurses tonight.' },
    { matterRule: 'operational', matterStep: 'operational.answered', matterN: '3' },
  ),
  // What is kept back, and the proof of who was told: read, and never a trace for the provider itself.
  reading('read visit', 'file orchard-view 2', UNANNOUNCED),
  reading('proof of visit', 'status orchard-view', 'Asked to a visit'),
  reading('proof of suspension', 'status orchard-view', 'Must know of a suspension'),
]
