/**
 * The four tab icons as shapes on a grid of 24: drawn once here, painted as SVG in browsers and
 * as PNG for WeChat (its tab bar takes only bitmaps; `npx tsx cloud/commands/drawTabIcons.ts`).
 */
export type Shape =
  | { kind: 'line'; from: [number, number]; to: [number, number]; width: number }
  | { kind: 'circle'; centre: [number, number]; radius: number; width: number }
  | { kind: 'arc'; centre: [number, number]; radius: number; width: number };

const stroke = 1.8;
const line = (x1: number, y1: number, x2: number, y2: number): Shape => ({
  kind: 'line',
  from: [x1, y1],
  to: [x2, y2],
  width: stroke,
});
const circle = (x: number, y: number, radius: number): Shape => ({
  kind: 'circle',
  centre: [x, y],
  radius,
  width: stroke,
});
/** The upper half of a circle. */
const arc = (x: number, y: number, radius: number): Shape => ({
  kind: 'arc',
  centre: [x, y],
  radius,
  width: stroke,
});

export type TabIconName = 'today' | 'quiz' | 'branch' | 'mine';

export const tabIcons: Record<TabIconName, Shape[]> = {
  // A sun rising over the horizon.
  today: [
    arc(12, 17, 5),
    line(3, 17, 21, 17),
    line(12, 5, 12, 8.5),
    line(4.6, 9.2, 6.8, 11.4),
    line(19.4, 9.2, 17.2, 11.4),
    line(7, 20.5, 17, 20.5),
  ],
  // Rows to choose from, the first one ticked.
  quiz: [
    line(3.5, 6.8, 5.3, 8.6),
    line(5.3, 8.6, 8.6, 4.8),
    line(12, 7, 20.5, 7),
    circle(5.8, 16.5, 2.3),
    line(12, 16.5, 20.5, 16.5),
  ],
  // Three people sitting together.
  branch: [
    circle(12, 7.5, 3),
    arc(12, 20, 6),
    circle(4.8, 10.5, 1.9),
    circle(19.2, 10.5, 1.9),
    line(2, 19.5, 3.2, 16.8),
    line(22, 19.5, 20.8, 16.8),
  ],
  // One person.
  mine: [circle(12, 8, 4), arc(12, 21, 7.5)],
};

function element(shape: Shape): string {
  switch (shape.kind) {
    case 'line':
      return `<path d="M${shape.from.join(' ')}L${shape.to.join(' ')}" stroke-width="${shape.width}"/>`;
    case 'circle':
      return `<circle cx="${shape.centre[0]}" cy="${shape.centre[1]}" r="${shape.radius}" stroke-width="${shape.width}"/>`;
    case 'arc': {
      const [x, y] = shape.centre;
      const r = shape.radius;
      return `<path d="M${x - r} ${y}A${r} ${r} 0 0 1 ${x + r} ${y}" stroke-width="${shape.width}"/>`;
    }
  }
}

/** An icon as an SVG data URI in black, to be used as a CSS mask. */
export function tabIconDataUri(name: TabIconName): string {
  const body = tabIcons[name].map(element).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#000" stroke-linecap="round">${body}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
