import { safeText } from '../../core/message/safe.ts'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** What people wrote, as XML takes it: no half characters, no controls, no markup. */
function escaped(words: string): string {
  return safeText(words)
    .replace(/[\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** A run of text; lines stay lines. */
export function text(words: string, properties = ''): string {
  const lines = words.split('\n').map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
  const style = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`
  return `<w:r>${style}${lines.join('<w:br/>')}</w:r>`
}

export function paragraph(runs: string, properties = ''): string {
  const style = properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`
  return `<w:p>${style}${runs}</w:p>`
}

export function headed(style: 'Title' | 'Heading1', words: string): string {
  return paragraph(text(words), `<w:pStyle w:val="${style}"/>`)
}

export function bullet(words: string): string {
  const list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
  return paragraph(text(words), `<w:pStyle w:val="ListBullet"/>${list}`)
}

/** A table; its heads are said again on every page. Without heads the first of each row is its name. */
export function plainTable(
  heads: readonly string[] | null,
  rows: readonly (readonly string[])[],
): string {
  const columns = heads?.length ?? rows[0]?.length ?? 1
  const grid = Array.from({ length: columns }, () => '<w:gridCol w:w="4500"/>').join('')
  const named = heads === null ? '0' : '1'
  const style = `<w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/><w:tblLook w:firstRow="${named}" w:firstColumn="${heads === null ? '1' : '0'}"/>`
  const top = heads === null ? '' : row(heads, () => '<w:b/>', '<w:trPr><w:tblHeader/></w:trPr>')
  const body = rows.map((cells) => row(cells, (n) => (heads === null && n === 0 ? '<w:b/>' : '')))
  return `<w:tbl><w:tblPr>${style}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${top}${body.join('')}</w:tbl>${paragraph('')}`
}

function row(cells: readonly string[], styleOf: (n: number) => string, properties = ''): string {
  const all = cells.map((cell, n) => {
    const width = '<w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>'
    return `<w:tc>${width}${paragraph(text(cell, styleOf(n)))}</w:tc>`
  })
  return `<w:tr>${properties}${all.join('')}</w:tr>`
}

export function wordDocument(blocks: readonly string[]): string {
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
  return `${DECLARED}<w:document xmlns:w="${W}"><w:body>${blocks.join('')}${page}</w:body></w:document>`
}

/** The title as the file’s own property. */
export function titled(title: string): string {
  const core = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties'
  return `${DECLARED}<cp:coreProperties xmlns:cp="${core}" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:creator>Muster</dc:creator><dc:language>en-GB</dc:language></cp:coreProperties>`
}
