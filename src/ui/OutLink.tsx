import { Text } from '@tarojs/components';
import './OutLink.scss';

/**
 * A link out of the app. Browsers open it in a new window; a mini-program may not open foreign pages, so WeChat shows
 * the address to be held and copied.
 */
export function OutLink({ url, words }: { url: string; words: string }) {
  if (process.env.TARO_ENV === 'weapp') {
    return (
      <Text className="ui-out-link" userSelect>
        {words}：{url}
      </Text>
    );
  }
  return (
    <a className="ui-out-link" href={url} target="_blank" rel="noopener noreferrer">
      {words}
    </a>
  );
}
