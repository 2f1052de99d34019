/** What Slack refuses to take more of. None of these is caught by its types. */
export const LIMITS = {
  headerText: 150,
  sectionText: 3000,
  buttonText: 75,
  buttonValue: 2000,
  buttonsTogether: 5,
  optionText: 75,
  optionValue: 150,
  optionDescription: 75,
  optionsInSight: 10,
  optionsInMenu: 100,
  inputText: 3000,
  hintText: 2000,
  viewTitle: 24,
  viewButton: 24,
  viewBlocks: 100,
  privateMetadata: 3000,
  messageBlocks: 50,
  /** All texts of a message's blocks together; Slack does not document it. */
  messageCharacters: 13_200,
  /** A message that may be updated can never carry a longer text than this. */
  updateText: 4000,
  roomName: 80,
  roomTopic: 250,
  invitesTogether: 100,
  /** How often one `response_url` may be used. */
  responses: 5,
} as const

/** Nothing is fetched for a link that somebody wrote, and nothing of it shown. */
export const NO_PREVIEWS = { unfurl_links: false, unfurl_media: false } as const

/** What fits, ending with `…` where something was left out. */
export function clip(text: string, most: number): string {
  return text.length <= most ? text : `${head(text, most - 1)}…`
}

/** The first characters, never half of one. */
export function head(text: string, most: number): string {
  const kept = text.slice(0, most)
  return /[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept
}
