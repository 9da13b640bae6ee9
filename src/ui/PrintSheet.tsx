import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import './PrintSheet.scss';

/**
 * What comes out on paper (A4) while it is drawn, instead of the page: light, black on white, at the paper's own
 * sizes. On the screen it is not there, so draw the preview besides. WeChat cannot print (PrintSheet.weapp.tsx).
 */
export function PrintSheet({ children }: { children: ReactNode }) {
  const [sheet] = useState(newSheet);
  useEffect(() => {
    // Beside the app, not inside: its pages lie in boxes that scroll, and a box that scrolls is cut off after one sheet.
    document.body.append(sheet);
    document.body.classList.add('ui-prints-sheet');
    return () => {
      sheet.remove();
      if (!document.querySelector('.ui-print-sheet')) document.body.classList.remove('ui-prints-sheet');
    };
  }, [sheet]);
  return createPortal(children, sheet);
}

function newSheet(): HTMLElement {
  const sheet = document.createElement('div');
  sheet.className = 'ui-print-sheet ui-theme-light';
  sheet.hidden = true;
  return sheet;
}
