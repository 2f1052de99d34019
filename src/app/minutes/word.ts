import { strToU8, type Zippable, zipSync } from 'fflate'
import type { Line } from '../../core/meeting/minutes/section.ts'
import type { Paper } from './paper.ts'
import { PARTS } from './word-parts.ts'
import { bullet, headed, paragraph, plainTable, text, titled, wordDocument } from './word-xml.ts'

/** The first time that a zip file can hold: the same record makes the same file. */
const NO_TIME = '1980-01-01T12:00:00Z'

/** A .docx: a zip of a few parts of XML, for every word processor. */
export function wordOf(paper: Paper): Uint8Array {
  const parts = {
    ...PARTS,
    'docProps/core.xml': titled(paper.title),
    'word/document.xml': body(paper),
  }
  const files: Zippable = {}
  for (const [name, xml] of Object.entries(parts)) files[name] = [strToU8(xml), { mtime: NO_TIME }]
  return zipSync(files)
}

function body({ title, sections }: Paper): string {
  return wordDocument([
    headed('Title', title),
    ...sections.flatMap((one) => [headed('Heading1', one.heading), ...one.lines.map(lineOf)]),
  ])
}

function lineOf(line: Line): string {
  switch (line.kind) {
    case 'text':
      return paragraph(text(line.text))
    case 'list':
      return line.items.map(bullet).join('')
    case 'facts':
      return plainTable(null, line.facts)
    case 'table':
      return plainTable(line.heads, line.rows)
  }
}
