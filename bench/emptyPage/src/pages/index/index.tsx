import { Text } from '@tarojs/components';

export default function Index() {
  return <Text>空白页</Text>;
}
