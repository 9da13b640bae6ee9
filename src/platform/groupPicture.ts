/** What the picture for a group says. */
export interface GroupPictureWords {
  title: string;
  /** 给某局的同志. */
  audience: string;
  /** The code, row by row; true is dark. */
  code: readonly (readonly boolean[])[];
}

/** Three to four, as phones show a picture in a chat; large enough to be scanned from a screen. */
const width = 720;
const height = 960;
const codeSide = 380;
const fonts = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', sans-serif";
/** The tokens dawn-from, dawn-to, ink and ink-2, light (src/ui/tokens.scss): a picture has no dark mode. */
const colours = { from: '#B7141E', to: '#E0A54A', ink: '#1C1F23', ink2: '#4A5057', paper: '#FFFFFF' };

/** Draws the picture as a PNG (data URL); null where the browser cannot draw. Browsers only. */
export function drawGroupPicture({ title, audience, code }: GroupPictureWords): string | null {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext?.('2d');
  if (!pen) return null;
  pen.fillStyle = colours.paper;
  pen.fillRect(0, 0, width, height);
  const dawn = pen.createLinearGradient(0, 0, width, 150);
  dawn.addColorStop(0, colours.from);
  dawn.addColorStop(0.7, colours.from);
  dawn.addColorStop(1, colours.to);
  pen.fillStyle = dawn;
  pen.fillRect(0, 0, width, 150);
  pen.textBaseline = 'middle';
  pen.fillStyle = colours.paper;
  pen.font = `600 44px ${fonts}`;
  pen.fillText('晨学三分钟', 48, 76);
  pen.fillStyle = colours.ink;
  pen.font = `600 46px ${fonts}`;
  for (const [at, line] of linesOf(pen, title, width - 96, 3).entries())
    pen.fillText(line, 48, 220 + at * 64);
  drawCode(pen, code);
  pen.fillStyle = colours.ink2;
  pen.font = `32px ${fonts}`;
  pen.textAlign = 'center';
  pen.fillText(audience, width / 2, 868, width - 96);
  pen.font = `28px ${fonts}`;
  pen.fillText('扫码打开', width / 2, 916);
  return canvas.toDataURL('image/png');
}

/** Hands a picture to the browser's downloads. */
export function savePicture(dataUrl: string, name: string): void {
  const link = document.createElement('a');
  link.href = dataUrl;
  link.download = name;
  link.click();
}

function drawCode(pen: CanvasRenderingContext2D, code: GroupPictureWords['code']): void {
  // Whole pixels: a blurred edge is what scanners stumble over.
  const module = Math.floor(codeSide / code.length);
  const left = Math.round((width - module * code.length) / 2);
  pen.fillStyle = '#000000';
  for (const [row, modules] of code.entries()) {
    for (const [column, isDark] of modules.entries()) {
      if (isDark) pen.fillRect(left + column * module, 430 + row * module, module, module);
    }
  }
}

/** The text in lines of at most `room` pixels; what is more than `most` lines ends with …. */
function linesOf(pen: CanvasRenderingContext2D, text: string, room: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    if (line !== '' && pen.measureText(line + character).width > room) {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${[...(lines[most - 1] ?? '')].slice(0, -1).join('')}…`];
}
