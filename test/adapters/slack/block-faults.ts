/** What Slack would say about blocks: each fault as `path: what`. Its limits are written out again here. */
export function blockFaults(blocks: readonly object[], most: number): string[] {
  const faults: string[] = []
  if (blocks.length > most) faults.push(`${blocks.length} blocks`)
  const ids = blocks.flatMap((block) => ('block_id' in block ? [block.block_id] : []))
  if (new Set(ids).size < ids.length) faults.push(`ids repeat: ${ids.join()}`)
  blocks.forEach((block, index) => {
    look(block, `${index}`, faults)
  })
  return faults
}

const TEXTS: Readonly<Record<string, number>> = {
  header: 150,
  section: 3000,
  button: 75,
  option: 75,
  description: 75,
  label: 2000,
  hint: 2000,
  context: 3000,
  title: 24,
  submit: 24,
  close: 24,
}

const LISTS: Readonly<Record<string, readonly [string, number]>> = {
  actions: ['elements', 25],
  radio_buttons: ['options', 10],
  checkboxes: ['options', 10],
  static_select: ['options', 100],
  multi_static_select: ['options', 100],
  context: ['elements', 10],
}

const STRINGS: Readonly<Record<string, number>> = {
  value: 2000,
  action_id: 255,
  block_id: 255,
  initial_value: 3000,
  private_metadata: 3000,
}

function look(node: unknown, path: string, faults: string[], role = ''): void {
  if (Array.isArray(node)) {
    node.forEach((item, index) => {
      look(item, `${path}/${index}`, faults, role)
    })
    return
  }
  if (typeof node !== 'object' || node === null) return
  const type = 'type' in node ? String(node.type) : ''
  if (type === 'mrkdwn' || type === 'plain_text') {
    lookAtText(node, path, faults, role)
    return
  }
  const list = LISTS[type]
  for (const [key, value] of Object.entries(node)) {
    const here = `${path}/${key}`
    const most = STRINGS[key]
    if (most !== undefined && typeof value === 'string' && value.length > most)
      faults.push(`${here}: long`)
    if (
      list?.[0] === key &&
      Array.isArray(value) &&
      (value.length > list[1] || value.length === 0)
    ) {
      faults.push(`${here}: ${value.length} items`)
    }
    if (key === 'initial_option' || key === 'initial_options') continue
    const inner = key === 'text' ? type || 'option' : key === 'elements' ? type : key
    look(value, here, faults, inner === 'options' ? 'option' : inner)
  }
}

function lookAtText(node: object, path: string, faults: string[], role: string): void {
  const text = 'text' in node && typeof node.text === 'string' ? node.text : ''
  const most = TEXTS[role]
  if (most === undefined) faults.push(`${path}: a text in an unknown place, ${role}`)
  else if (text.length > most) faults.push(`${path}: ${text.length} characters in a ${role}`)
  if (text.trim() === '') faults.push(`${path}: empty`)
  const isMarkup = 'type' in node && node.type === 'mrkdwn'
  if (isMarkup && text.replace(/<(@\w+|https?:[^<>|]*)>/g, '').match(/[<]/))
    faults.push(`${path}: not escaped`)
}
