/** What can be typed, for the list that opens with a slash. */
export const COMMANDS = [
  ['/concern', 'raise a concern; words after it fill the description'],
  ['/incident', 'report a serious incident'],
  ['/muster help', 'what you can do here'],
  ['/muster mine', 'what you owe, soonest first'],
  ['/muster status', 'one case: level, clocks, questions, last events'],
  ['/muster when', 'work out when something is due'],
  ['/muster trigger', 'the trigger tool for a case'],
  ['/muster rate', 'rate a provider'],
  ['/muster convene', 'call a meeting with the people it needs'],
  ['/muster decide', 'record a decision'],
  ['/muster have', 'take a case'],
  ['/muster hand', 'hand a case to somebody else'],
]

export function matching(text) {
  if (!/^\/\S*(?: \S*)?$/.test(text)) return []
  const typed = text.toLowerCase()
  return COMMANDS.filter(([words]) => words.startsWith(typed) && words !== typed)
}
