import { Text } from '@tarojs/components';

export default function Index() {
  return <Text>只有这一句</Text>;
}
