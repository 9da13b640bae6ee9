import Taro from '@tarojs/taro';

/**
 * Hands a file that the cloud made (base64) to the person: browsers download it, WeChat opens it, from where it can be
 * sent to a chat. False where the device refuses.
 */
export async function saveFile(file: { name: string; mediaType: string; base64: string }): Promise<boolean> {
  try {
    if (process.env.TARO_ENV === 'weapp') {
      const path = `${Taro.env.USER_DATA_PATH}/${file.name}`;
      Taro.getFileSystemManager().writeFileSync(path, file.base64, 'base64');
      await Taro.openDocument({ filePath: path, showMenu: true });
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
