import type { TextBlock } from '../../../domain/study/blocks';
import { fittingBlocks, paragraphsOf } from '../../../domain/study/tidyText';

/** Elements that are not the text: scripts, styles, buttons, what the page draws besides. */
const dropped =
  'script, style, noscript, template, head, title, svg, math, iframe, object, button, select, textarea, input, nav, [hidden], [aria-hidden="true"]';

/** Elements that begin a line of their own. */
const lines =
  /^(P|DIV|LI|TR|H[1-6]|BLOCKQUOTE|SECTION|ARTICLE|HEADER|FOOTER|TABLE|UL|OL|DL|DT|DD|PRE|FIGCAPTION|BR|HR)$/;

/**
 * What is pasted from Word or a web page as clean blocks: headings, paragraphs and quotations; no scripts, styles, links
 * or pictures, no leftovers of a layout. Browsers only. `text` is the same as plain text, for what has no structure.
 */
export function pastedBlocks({ html, text }: { html: string; text: string }): TextBlock[] {
  if (html === '') return paragraphsOf(text);
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const element of page.querySelectorAll(dropped)) element.remove();
  for (const mark of page.querySelectorAll<HTMLElement>('[style*="mso-list"]')) dropBullet(mark);
  const blocks: TextBlock[] = [];
  let line = '';
  let kind: TextBlock['type'] = 'paragraph';
  const end = () => {
    blocks.push(...fittingBlocks(kind, line));
    line = '';
  };
  const walk = (node: Node, within: TextBlock['type']) => {
    if (node.nodeType === Node.TEXT_NODE) {
      kind = within;
      // In a page a line feed is a blank.
      line += (node.textContent ?? '').replace(/\s*\n\s*/g, ' ');
      return;
    }
    if (!(node instanceof Element)) return;
    const isLine = lines.test(node.tagName);
    if (isLine) end();
    const inner = kindOf(node.tagName) ?? within;
    for (const child of node.childNodes) walk(child, inner);
    // Cells of a row stay in one line, apart.
    if (node.tagName === 'TD' || node.tagName === 'TH') line += ' ';
    if (isLine) end();
  };
  walk(page.body, 'paragraph');
  end();
  return blocks.length > 0 ? blocks : paragraphsOf(text);
}

function kindOf(tag: string): TextBlock['type'] | undefined {
  if (/^H[1-6]$/.test(tag)) return 'heading';
  return tag === 'BLOCKQUOTE' ? 'quote' : undefined;
}

/** Word writes the sign of a list item into the text: a number belongs to it, a dot does not. */
function dropBullet(mark: HTMLElement): void {
  const isSign = /mso-list:\s*ignore/i.test(mark.getAttribute('style') ?? '');
  if (isSign && !/[0-9a-z一二三四五六七八九十]/i.test(mark.textContent ?? '')) mark.remove();
}
