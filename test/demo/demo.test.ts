import { describe, expect, it } from 'vitest';
import { conversationPage } from '../../src/demo/conversation-page.ts';
import type { Exchange } from '../../src/demo/exchange.ts';
import { printExchange } from '../../src/demo/print-exchange.ts';
import { runDemo } from '../../src/demo/run-demo.ts';

const exchange: Exchange = {
  who: 'ana',
  pictures: ['pizza.jpg'],
  asked: '@Glimpse what is <this> & that?',
  reply: '> what is this?\n**pizza** · 94 %\nA pizza.\n```\n█████████░  94 %  pizza\n```\n-# glimpse-mini · 20 ms',
  buttons: ['Why?'],
  hidden: true,
  milliseconds: 31,
};

describe('the demo', () => {
  it('gets a reply in every way of asking', async () => {
    const ways = new Set<string>();
    for await (const { asked, reply, milliseconds } of runDemo()) {
      ways.add(asked.match(/^(@Glimpse|\/\w+|Apps > \w+|\(.+?\)|\[.+?\])/)?.[0] ?? asked);
      expect(reply).toMatch(asked === '[Why?]' ? /\n```$/ : /glimpse-mini/);
      expect(milliseconds).toBeGreaterThan(0);
    }
    expect([...ways].toSorted()).toEqual([
      '(direct message)',
      '(in reply)',
      '/ask',
      '/caption',
      '/match',
      '/rank',
      '@Glimpse',
      'Apps > Ask',
      'Apps > Caption',
      'Apps > Describe',
      '[Ask again]',
      '[Why?]',
    ]);
  });

  it('fails where a reply does not come in time', async () => {
    await expect(runDemo({ patienceMs: 0 }).next()).rejects.toThrow(/waited 0 ms for a reply/);
  });
});

describe('printExchange', () => {
  it('shows who asked what about which picture, the reply without its marks, and how long it took', () => {
    expect(printExchange(exchange, false)).toBe(`ana      [pizza.jpg]
         @Glimpse what is <this> & that?
Glimpse  > what is this?
         pizza · 94 %
         A pizza.
         █████████░  94 %  pizza
         glimpse-mini · 20 ms
         31 ms · only ana sees this · (Why?)
`);
  });
});

describe('conversationPage', () => {
  it('holds the words, the picture itself, and nothing that would be fetched from anywhere', async () => {
    const page = await conversationPage([exchange]);
    expect(page).toContain('@Glimpse what is &lt;this&gt; &amp; that?');
    expect(page).toContain('<strong>pizza</strong> · 94 %');
    expect(page).toContain('src="data:image/jpeg;base64,');
    expect(page).not.toMatch(/(src|href)="(?!data:)|url\(/);
  });
});
