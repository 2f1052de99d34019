/** What Teams takes, and how long we wait for it. Types catch none of these. */
export const limits = {
  /** Bytes of one message, counted as Teams counts them: JSON in UTF-16. It refuses some way above 80 KB. */
  messageBytes: 38_000,
  /** Characters of one block of text, so that a page always has room for one. */
  blockCharacters: 2_000,
  titleCharacters: 300,
  /** Buttons in one row: Teams hides the seventh, and a stock renderer of Adaptive Cards the sixth. */
  actionsInSet: 5,
  factsInSet: 10,
  /** Letters that stand in one line at the width of a phone: of buttons side by side, of a fact in its table. */
  buttonLetters: 30,
  factLetters: 32,
  summaryCharacters: 250,
  /** Characters of the short text that answers a pressed button. */
  toastCharacters: 1_000,
  /** Of a group chat. */
  topicCharacters: 250,
  /** People who may have a card of their own. */
  viewers: 60,
  /** How long it is not asked again whether somebody is in a room. */
  memberMilliseconds: 600_000,
  requestBytes: 1_000_000,
  /** One call to Microsoft. */
  callMilliseconds: 10_000,
  /** A call on which the answer to a pressed button waits: Teams gives up after 10 s, dialogs after 5. */
  replyMilliseconds: 4_000,
  /** All of the work that a pressed button begins, before it goes on without whoever pressed. */
  pressMilliseconds: 8_000,
} as const
