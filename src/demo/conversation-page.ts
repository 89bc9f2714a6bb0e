import { readExamplePicture } from './examples.ts';
import type { Exchange } from './exchange.ts';

/** Exchanges as one web page that needs nothing else, much as Discord shows them. */
export async function conversationPage(exchanges: readonly Exchange[]): Promise<string> {
  const parts = await Promise.all(exchanges.map(exchangePart));
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>A conversation with Glimpse</title>
<style>${STYLE}</style>
<main>${parts.join('\n')}</main></html>
`;
}

async function exchangePart({ who, pictures, asked, reply, buttons, hidden }: Exchange): Promise<string> {
  const shown = await Promise.all(pictures.map(pictureHtml));
  const below = buttons.map((label) => `<span>${inHtml(label)}</span>`).join('');
  const note = hidden ? `<p class="small">Only ${inHtml(who)} sees this</p>` : '';
  return `<section>
${message(who, 'person', `<p>${inHtml(asked)}</p>${shown.join('')}`)}
${message('Glimpse', 'bot', `${replyHtml(reply)}${note}<div class="buttons">${below}</div>`)}
</section>`;
}

async function pictureHtml(picture: string): Promise<string> {
  const data = (await readExamplePicture(picture)).toString('base64');
  return `<img alt="${inHtml(picture)}" src="data:image/jpeg;base64,${data}">`;
}

function message(name: string, kind: 'person' | 'bot', body: string): string {
  const tag = kind === 'bot' ? ' <small>APP</small>' : '';
  return `<article class="${kind}"><i>${inHtml(name.charAt(0).toUpperCase())}</i><div><b>${inHtml(name)}</b>${tag}${body}</div></article>`;
}

/** Discord's Markdown as far as Glimpse writes it: bold, links, quotes, small print and code blocks. */
function replyHtml(reply: string): string {
  return reply
    .split(/(```\n[\s\S]*?\n```)/)
    .map((part) => {
      const code = part.match(/^```\n([\s\S]*)\n```$/)?.[1];
      if (code !== undefined) return `<pre>${inHtml(code)}</pre>`;
      return part.split('\n').filter(Boolean).map(lineHtml).join('');
    })
    .join('');
}

function lineHtml(line: string): string {
  const [, mark = '', words = ''] = line.match(/^(> |-# )?(.*)$/) ?? [];
  const html = inHtml(words)
    .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replace(/\[(.+?)\]\(https?:[^)]*\)/g, '<u>$1</u>');
  if (mark === '> ') return `<blockquote>${html}</blockquote>`;
  return mark === '-# ' ? `<p class="small">${html}</p>` : `<p>${html}</p>`;
}

function inHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const STYLE = `
body { margin: 0; background: #313338; color: #dbdee1; font: 16px/1.4 "Noto Sans", "DejaVu Sans", sans-serif; }
main { width: 640px; padding: 16px; }
article { display: flex; gap: 14px; margin-bottom: 16px; }
i { flex: none; width: 40px; height: 40px; border-radius: 50%; background: #5865f2; color: #fff; font: 600 18px/40px sans-serif; text-align: center; }
.bot i { background: #23a55a; }
b, strong { color: #fff; }
small { padding: 1px 4px; border-radius: 4px; background: #5865f2; color: #fff; font-size: 10px; vertical-align: 2px; }
p { margin: 2px 0; }
img { display: inline-block; max-width: 300px; max-height: 200px; margin: 6px 6px 0 0; border-radius: 8px; }
.buttons span { display: inline-block; margin: 4px 8px 0 0; padding: 4px 14px; border-radius: 8px; background: #404249; color: #fff; font-size: 14px; }
pre { display: inline-block; min-width: 300px; margin: 6px 0; padding: 8px 12px; border-radius: 4px; background: #2b2d31; font: 14px/1.35 "DejaVu Sans Mono", monospace; }
blockquote { margin: 4px 0; padding-left: 12px; border-left: 4px solid #4e5058; }
.small { color: #949ba4; font-size: 12px; }
u { color: #00a8fc; text-decoration: none; }`;
