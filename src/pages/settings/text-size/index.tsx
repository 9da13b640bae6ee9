import { TextSizeQuestion } from '../../../features/identity/TextSizeQuestion';
import { startAtEntry } from '../../../platform/entryLink';
import { goTo, useRouteParams } from '../../../platform/routes';
import { may, useMe } from '../../../platform/session';
import { Button } from '../../../ui/Button';
import { Screen } from '../../../ui/Screen';
import { Heading, Stack } from '../../../ui/Words';

/** The desk, with 晨学 behind it. */
async function goToDesk(): Promise<void> {
  await startAtEntry();
  goTo('deskHome');
}

/** 字号; on the way in it ends at today's piece, or at the desk for whoever has a roster to keep. */
export default function TextSizePage() {
  const { first } = useRouteParams('textSize');
  const me = useMe();
  const isFirst = first === 'yes';
  return (
    <Screen
      title="字号"
      isEntry={isFirst}
      footer={
        isFirst && (
          <Stack>
            <Button onPress={() => void startAtEntry()}>就用这样，去晨学</Button>
            {may(me, 'roster.edit') && (
              <Button kind="secondary" onPress={() => void goToDesk()}>
                先去工作台
              </Button>
            )}
          </Stack>
        )
      }
    >
      <Heading>哪一种看着舒服</Heading>
      <TextSizeQuestion />
    </Screen>
  );
}
