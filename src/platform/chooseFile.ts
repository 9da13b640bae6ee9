import Taro from '@tarojs/taro';
import { extensionsFor, type FilePurpose } from '../domain/file/fileKinds';

/** A file of this device that a person has pointed at. */
export interface ChosenFile {
  name: string;
  /** Bytes. */
  size: number;
  /** Browsers: the file; WeChat: its path for a while. */
  content: Blob | string;
}

/** Names travel in a line of 120 characters (contract/file.ts); the end of a name says its kind. */
const longestName = 120;

/**
 * Lets a person choose one file of the kinds that `purpose` takes, and resolves with it, or null when they changed
 * their mind. In WeChat documents come from a chat and pictures from the album or the camera; in browsers from the
 * device. Call it straight from a press: browsers open nothing otherwise.
 */
export async function chooseFile(purpose: FilePurpose): Promise<ChosenFile | null> {
  if (process.env.TARO_ENV !== 'weapp') return chooseInBrowser(purpose);
  return purpose === 'piecePicture' ? chooseFromAlbum() : chooseFromChat(purpose);
}

async function chooseFromChat(purpose: FilePurpose): Promise<ChosenFile | null> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({
      count: 1,
      type: 'file',
      extension: extensionsFor(purpose),
    });
    const [file] = tempFiles;
    return file ? { name: lineOf(file.name), size: file.size, content: file.path } : null;
  } catch {
    // Closed without choosing.
    return null;
  }
}

async function chooseFromAlbum(): Promise<ChosenFile | null> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sizeType: ['compressed'],
      sourceType: ['album', 'camera'],
    });
    const [file] = tempFiles;
    const { size, tempFilePath } = file ?? {};
    if (size === undefined || tempFilePath === undefined) return null;
    return {
      name: lineOf(tempFilePath.slice(tempFilePath.lastIndexOf('/') + 1)),
      size,
      content: tempFilePath,
    };
  } catch {
    return null;
  }
}

function chooseInBrowser(purpose: FilePurpose): Promise<ChosenFile | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = extensionsFor(purpose)
    .map((extension) => `.${extension}`)
    .join(',');
  // Safari opens the chooser only for an input of the page.
  input.hidden = true;
  document.body.append(input);
  return new Promise((resolve) => {
    const settle = () => {
      input.remove();
      const [file] = input.files ?? [];
      resolve(file ? { name: lineOf(file.name), size: file.size, content: file } : null);
    };
    input.addEventListener('change', settle);
    input.addEventListener('cancel', settle);
    input.click();
  });
}

function lineOf(name: string): string {
  return (
    name
      // biome-ignore lint/suspicious/noControlCharactersInRegex: a name may hold them, a line may not
      .replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ')
      .trim()
      .slice(-longestName)
      .trim()
  );
}
