import { canPrint, printPage } from '../../platform/print';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Stack, Words } from '../../ui/Words';
import { CardFace } from './CardFace';
import { CardSheets } from './CardSheets';
import type { IssuedCard } from './cardsOnPaper';

/** One paper card. The code exists nowhere else any more, so only the button closes it, not Escape. */
export function ActivationCard({ card, onClose }: { card: IssuedCard; onClose: () => void }) {
  return (
    <Dialog title="激活卡" onClose={() => undefined}>
      <CardFace card={card} />
      <CardSheets cards={[card]} />
      <Words tone="warn">
        激活码只在这里显示这一次。关上以前，请打印或抄给本人；没来得及，就再发一张，这张随之作废
      </Words>
      <Stack>
        {canPrint && <Button onPress={printPage}>打印</Button>}
        <Button kind="secondary" onPress={onClose}>
          已交给本人，关上
        </Button>
      </Stack>
    </Dialog>
  );
}
