const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?'
const LONG_WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}'
const NUMBER = '\\d{1,2}(?:st|nd|rd|th)?'
const CALENDAR = `(?:(?:the )?${NUMBER} (?:of )?${MONTH}(?: \\d{4})?|${MONTH} ${NUMBER}(?: \\d{4})?)`
const FIGURES =
  '(?:\\d{4}[/-]\\d\\d[/-]\\d\\d|\\d{1,2}[/-]\\d{1,2}(?:[/-]\\d{2,4})?|\\d{1,2}\\.\\d{1,2}\\.\\d{2,4})'
// Days that nobody can be sure of are found too: what is found and not understood is asked again.
const UNSURE =
  '(?:the )?day before yesterday|the \\d{1,2}(?:st|nd|rd|th)|last (?:night|week)|tomorrow|tonight|this (?:afternoon|evening)'
const DAY = `(?:${UNSURE}|today|yesterday|(?:last )?${WEEKDAY} ${CALENDAR}|(?:last )?${WEEKDAY} ${FIGURES}|(?:last )?${WEEKDAY}|${CALENDAR}|${FIGURES})`
const DAY_BEHIND = `(?:on ${DAY}|${UNSURE}|in the (?:afternoon|evening)|today|yesterday|${LONG_WEEKDAY}(?: ${CALENDAR})?|${CALENDAR}|${FIGURES})`
const TIME =
  '(?:\\d{1,2}[:.]\\d\\d(?:[:.]\\d\\d)?(?:\\.\\d{1,9})?(?: ?[ap]\\.?m|z)?|\\d{1,2} ?[ap]\\.?m)'
const ENDS = '(?![\\w/-]|[:.]\\d)'
const MOMENT = new RegExp(
  `(?<![\\w/:.£$-])(?:${DAY}[ t](?:at )?)?${TIME}${ENDS}(?: (?:gmt|bst)\\b)?(?: ${DAY_BEHIND}${ENDS})?`,
  'gi',
)

/** The stretches of a text that name a time of day, with their day: for `understandMoment` to read. */
export function momentsIn(text: string): readonly string[] {
  const plain = text.replace(/[\s,;]+/g, ' ')
  return [...plain.matchAll(MOMENT)].map(
    ({ 0: found, index }) => `${figuresBefore(plain, index)}${found}`,
  )
}

/** A word with figures right before a time may be its day, in a form that is not known. */
function figuresBefore(plain: string, index: number): string {
  const before = plain.slice(0, index).trimEnd()
  const word = before.slice(before.lastIndexOf(' ') + 1)
  return /\d/.test(word) && /\w$/.test(word) ? `${word} ` : ''
}
