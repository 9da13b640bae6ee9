import { useDidHide, useDidShow } from '@tarojs/taro';
import { useState } from 'react';

/** Whether this screen is the one in front: what lies beneath another must not lead anybody anywhere. */
export function useInFront(): boolean {
  const [isInFront, setInFront] = useState(true);
  useDidShow(() => setInFront(true));
  useDidHide(() => setInFront(false));
  return isInFront;
}
