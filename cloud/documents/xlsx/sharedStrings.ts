import type { Readable } from 'node:stream';
import { readXml } from '../xml';
import { unescapeText } from './unescapeText';

/** The texts that cells point to by number. Parts of different look are joined; reading aids (rPh) are left out. */
export async function readSharedStrings(part: Readable): Promise<string[]> {
  const texts: string[] = [];
  let text = '';
  let isText = false;
  let aids = 0;
  await readXml(part, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') aids += 1;
      else if (name === 't') isText = aids === 0;
    },
    text: (more) => {
      if (isText) text += more;
    },
    close: (name) => {
      if (name === 't') isText = false;
      else if (name === 'rPh') aids -= 1;
      else if (name === 'si') texts.push(unescapeText(text));
    },
  });
  return texts;
}
