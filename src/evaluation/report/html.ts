/** Text that is HTML: whatever came from outside is escaped in it. */
export class Html {
  readonly text: string;

  /** Takes the text as it is. */
  constructor(text: string) {
    this.text = text;
  }
}

/** What may be put into a template: text is escaped, HTML is not, and of a list each. */
type Part = string | number | Html | readonly Part[];

/**
 * HTML of a template, with everything that is put into it escaped, in text and in quoted attributes alike.
 *
 * @example html`<p title="${title}">${words}</p>`
 */
export function html(fixed: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(fixed.map((text, at) => text + inHtml(parts[at] ?? '')).join(''));
}

function inHtml(part: Part): string {
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(inHtml).join('\n');
  return String(part).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
