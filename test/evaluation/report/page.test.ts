import { expect, it } from 'vitest';
import type { JudgedAnswer } from '../../../src/evaluation/judge.ts';
import { html } from '../../../src/evaluation/report/html.ts';
import { MOST_MISSES, worstMisses } from '../../../src/evaluation/report/misses.ts';
import { reportPage } from '../../../src/evaluation/report/page.ts';
import { summarise } from '../../../src/evaluation/summarise.ts';

const judged = (given: Partial<JudgedAnswer> = {}): JudgedAnswer => ({
  image: 'dog.jpg',
  question: 'what is this?',
  answers: ['dog', 'dog', 'puppy'],
  family: 'thing',
  answer: 'cat',
  confidence: 0.5,
  sure: true,
  familiar: true,
  declined: false,
  accuracy: 0,
  blind: 'pizza',
  oracle: 1,
  ranked: [
    { answer: 'cat', prompt: 'a cat', score: 0.75 },
    { answer: 'dog', prompt: 'a dog', score: 0.25 },
  ],
  ...given,
});

const page = (answers: readonly JudgedAnswer[], picture: string | undefined = 'data:image/jpeg;base64,AAAA') =>
  reportPage({
    file: 'questions.jsonl',
    evaluation: summarise('glimpse-mini', answers),
    made: new Date('2026-01-02T03:04:05Z'),
    misses: worstMisses(answers).map((miss) => ({ miss, picture })),
  });

it('shows the most confident wrong answers first, none that is mostly right or declined', () => {
  const misses = worstMisses([
    judged({ confidence: 0.4 }),
    judged({ confidence: 0.9, accuracy: 0.6 }),
    judged({ confidence: 0.8, accuracy: 0.3 }),
    judged({ confidence: 0.99, declined: true }),
    judged({ confidence: 0.6 }),
  ]);
  expect(misses.map(({ at }) => at)).toEqual([2, 4, 0]);
});

it('shows so many misses and no more', () => {
  expect(worstMisses(Array.from({ length: MOST_MISSES + 5 }, () => judged()))).toHaveLength(MOST_MISSES);
});

it('shows of a miss the picture, what people said, what Glimpse said and weighed, and the blind answer', () => {
  const text = page([judged({ sure: false })]);
  expect(text).toMatch(/<img src="data:image\/jpeg;base64,AAAA" alt="The picture that was asked about: dog\.jpg"/);
  expect(text).toContain('<dd>dog ×2, puppy</dd>');
  expect(text).toContain('<strong>cat</strong> · 50 % · not sure');
  expect(text).toMatch(/width:75\.0%.*<span>cat<\/span><span>75 %</);
  expect(text).toMatch(/width:25\.0%.*<span>dog<\/span><span>25 %</);
  expect(text).toContain('<dd>pizza</dd>');
});

it('says so where a picture cannot be shown', () => {
  expect(page([judged()], '').includes('<img')).toBe(true);
  const text = reportPage({
    file: 'questions.jsonl',
    evaluation: summarise('glimpse-mini', [judged()]),
    made: new Date(0),
    misses: [{ miss: { at: 0, judged: judged() }, picture: undefined }],
  });
  expect(text).not.toContain('<img');
  expect(text).toContain("dog.jpg can't be shown");
});

it('lets no text of a benchmark become HTML', () => {
  const evil = `"><img src=x onerror='alert(1)'></script><script>alert(1)</script>`;
  const text = page([
    judged({
      image: evil,
      question: evil,
      answers: [evil],
      answer: evil,
      blind: evil,
      ranked: [{ answer: evil, prompt: evil, score: 1 }],
    }),
  ]);
  expect(text.match(/<script>/g)).toHaveLength(1);
  expect(text.match(/<img /g)).toHaveLength(1);
  expect(text).not.toContain('onerror=&#39;alert(1)&#39;>');
});

it('loads nothing from anywhere, and forbids itself to', () => {
  const text = page([judged()]);
  expect(text).toContain('content="default-src &#39;none&#39;; img-src data:;');
  expect(text).not.toMatch(/https?:|<link|@import|url\(/);
});

it('offers the families of its misses, and each family has a row with headers', () => {
  const text = page([judged(), judged({ family: 'colour' }), judged({ family: 'count', accuracy: 1 })]);
  expect(text).toContain('<option value="colour">colour (1)</option>');
  expect(text).not.toContain('<option value="count">');
  for (const family of ['thing', 'colour', 'count']) expect(text).toContain(`<th scope="row">${family}</th>`);
});

it('says so where nothing was missed', () => {
  expect(page([judged({ answer: 'dog', accuracy: 1 })])).toContain('There are none');
});

it('escapes text, not HTML, in templates', () => {
  expect(html`<p title="${'"'}">${'<b>'}${[html`<i>${"'&"}</i>`, 1]}</p>`.text).toBe(
    '<p title="&#34;">&#60;b&#62;<i>&#39;&#38;</i>\n1</p>',
  );
});
