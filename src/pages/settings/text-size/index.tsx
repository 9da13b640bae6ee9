import { TextSizeQuestion } from '../../../features/identity/TextSizeQuestion';
import { startAtEntry } from '../../../platform/entryLink';
import { useRouteParams } from '../../../platform/routes';
import { Button } from '../../../ui/Button';
import { Screen } from '../../../ui/Screen';
import { Heading } from '../../../ui/Words';

/** 字号; on the way in it ends at today's piece. */
export default function TextSizePage() {
  const { first } = useRouteParams('textSize');
  const isFirst = first === 'yes';
  return (
    <Screen
      title="字号"
      isEntry={isFirst}
      footer={isFirst && <Button onPress={() => void startAtEntry()}>就用这样，去晨学</Button>}
    >
      <Heading>哪一种看着舒服</Heading>
      <TextSizeQuestion />
    </Screen>
  );
}
