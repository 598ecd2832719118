import { html } from '../../../src/report/html/escape-html.ts'

test('foreign text is text, between tags and inside of quotes', () => {
  expect(html(`<b title="x" id='y'>&amp;\u202e\n</b>`)).toBe('&lt;b title=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;\\u202e &lt;/b&gt;') // prettier-ignore
})
