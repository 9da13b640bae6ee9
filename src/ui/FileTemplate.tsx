import { announce } from '../platform/announce';
import { saveFile } from '../platform/saveFile';
import { Button } from './Button';
import { Loaded, type LoadState } from './Loaded';

export interface FileTemplateProps {
  /** What to press first: 手头没有名册？用空白模板. */
  words: string;
  /** The table, asked for once somebody wants it. */
  from: LoadState<{ name: string; mediaType: string; base64: string }>;
  isWanted: boolean;
  onWant: () => void;
}

/** A table to fill in, for who has no file at hand. For subpackages. */
export function FileTemplate({ words, from, isWanted, onWant }: FileTemplateProps) {
  const save = async () => {
    if (from.data && !(await saveFile(from.data))) announce('这台设备不让保存文件，请在电脑上下载');
  };
  if (!isWanted) {
    return (
      <Button kind="quiet" onPress={onWant}>
        {words}
      </Button>
    );
  }
  return (
    <Loaded from={from} lines={1}>
      {({ name }) => (
        <Button kind="secondary" isInline onPress={() => void save()}>
          保存 {name}
        </Button>
      )}
    </Loaded>
  );
}
