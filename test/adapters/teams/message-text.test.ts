import { expect, test } from 'vitest'
import { messageText } from '../../../adapters/channels/teams/message-text.ts'

function html(content: string) {
  return messageText({ body: { contentType: 'html', content } })
}

test('a message is read as its writer meant it', () => {
  expect(
    html('<div><p>The door\n of  ward&nbsp;3</p><p>does <b>not</b> lock.<br>Twice!</p></div>'),
  ).toBe('The door of ward 3\n\ndoes not lock.\nTwice!')
  expect(html('<ul><li>one</li><li>two</li></ul>')).toBe('• one\n• two')
  expect(html('<at id="0">Nia Ward</at> look <a href="https://x.example">here</a>')).toBe(
    'Nia Ward look here',
  )
  expect(
    html('Oh <emoji id="sad" alt="😢" title="Sad"></emoji><attachment id="1"></attachment>'),
  ).toBe('Oh 😢')
})

test('what looked like a tag or an entity stays as it was written', () => {
  expect(html('a &lt;b&gt; &amp;amp; &quot;c&quot; &#39;d&#39; &#x1f600; &unknown; &#0;')).toBe(
    'a <b> &amp; "c" \'d\' 😀 &unknown;',
  )
  expect(messageText({ body: { contentType: 'text', content: ' 1 < 2 & <b> ' } })).toBe(
    '1 < 2 & <b>',
  )
})

test('the subject of a post comes first', () => {
  const body = { contentType: 'html', content: '<p>It does not lock.</p>' }
  expect(messageText({ subject: 'The door', body })).toBe('The door\nIt does not lock.')
})

test.each([undefined, null, 'text', {}, { body: {} }, { body: { content: null } }, { body: 7 }])(
  'nothing is nothing (%j)',
  (payload) => {
    expect(messageText(payload)).toBe('')
  },
)

test('a hostile message is read in linear time', () => {
  const started = performance.now()
  html('<'.repeat(1_000_000))
  html('<img alt="'.repeat(100_000))
  html('&'.repeat(1_000_000))
  html(' \n'.repeat(500_000))
  expect(performance.now() - started).toBeLessThan(2000)
})
