import { htmlText } from '../../src/text/html.ts'

test('foreign text is text, between tags and inside of quotes', () => {
  expect(htmlText(`<b title="x" id='y'>&amp;\u202e\n</b>`)).toBe('&lt;b title=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;\\u202e &lt;/b&gt;') // prettier-ignore
})
