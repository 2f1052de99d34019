let commands = []

/** What can be typed, for the list that opens with a slash: pairs of words and what they are for. */
export function setCommands(list) {
  commands = list
}

/** The commands that begin with what was typed so far. */
export function matching(text) {
  if (!/^\/\S*(?: \S*)?$/.test(text)) return []
  const typed = text.toLowerCase()
  return commands.filter(([words]) => words.startsWith(typed) && words !== typed)
}
