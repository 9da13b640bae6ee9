import Taro from '@tarojs/taro';

/** What WeChat opens itself (wx.openDocument, fileType). */
const openable = /\.(docx?|xlsx?|pptx?|pdf)$/;

/**
 * Hands a file that the cloud made (base64) to the person: browsers download it; WeChat opens it, from where it can be
 * sent to a chat, or offers a chat at once for a kind that it cannot open. False where the device refuses.
 */
export async function saveFile(file: { name: string; mediaType: string; base64: string }): Promise<boolean> {
  try {
    if (process.env.TARO_ENV === 'weapp') {
      const path = `${Taro.env.USER_DATA_PATH}/${file.name}`;
      Taro.getFileSystemManager().writeFileSync(path, file.base64, 'base64');
      if (openable.test(file.name)) await Taro.openDocument({ filePath: path, showMenu: true });
      else await Taro.shareFileMessage({ filePath: path, fileName: file.name });
      return true;
    }
    const bytes = Uint8Array.from(atob(file.base64), (letter) => letter.charCodeAt(0));
    const url = URL.createObjectURL(new Blob([bytes], { type: file.mediaType }));
    const link = document.createElement('a');
    link.href = url;
    link.download = file.name;
    link.click();
    URL.revokeObjectURL(url);
    return true;
  } catch {
    return false;
  }
}
