import { blanksOf } from '../blanks';

/** A sign in brackets at the start of a line: `【第六章】`. */
export const signInFront = /^\s*["“']?\[[^\]]{1,20}\]/;

/** A line that asks: it has an empty blank, a key in brackets, or ends with a question mark, a colon
 * or a bare mark of truth. */
export function asks(plain: string): boolean {
  return (
    blanksOf(plain) > 0 ||
    /[([]\s*(?:[A-J](?:[\s,、]*[A-J])*|√|×|对|错|正确|错误)\s*[)\]]/.test(plain) ||
    /[?:]$|[。?!]\s*[√×]$/.test(plain.trim())
  );
}
