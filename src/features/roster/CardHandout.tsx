import { canPrint, printPage } from '../../platform/print';
import { Block } from '../../ui/Block';
import { Button } from '../../ui/Button';
import { Stack, Words } from '../../ui/Words';
import { CardFace } from './CardFace';
import { CardSheets } from './CardSheets';
import { type IssuedCard, sheetsOf } from './cardsOnPaper';
import './CardHandout.scss';

/** Many cards at once, to be printed and cut: shown in place of the list until the officer has them on paper. */
export function CardHandout({
  cards,
  missing,
  onClose,
}: {
  cards: readonly IssuedCard[];
  /** For how many it did not work this time. */
  missing: number;
  onClose: () => void;
}) {
  return (
    <Block as="section" className="roster-handout" aria-label="激活卡">
      <Words>
        {cards.length} 张激活卡，打印出来 {sheetsOf(cards).length} 页 A4，沿虚线裁开，交给本人
      </Words>
      {missing > 0 && <Words tone="warn">还有 {missing} 位没有发成。这些打印好以后，再发一次就补上了</Words>}
      <Words tone="warn">
        激活码只在这里显示这一次。离开这一页以前请打印
        {canPrint ? '' : '：请在电脑上打开工作台来发，或照着抄给本人'}；没来得及，就再发一次，这些随之作废
      </Words>
      <Stack isRow>
        {canPrint && (
          <Button isInline onPress={printPage}>
            打印 {cards.length} 张
          </Button>
        )}
        <Button kind="secondary" isInline onPress={onClose}>
          打印好了，关上
        </Button>
      </Stack>
      <Block className="roster-handout-cards">
        {cards.map((card) => (
          <CardFace key={card.loginName} card={card} />
        ))}
      </Block>
      <CardSheets cards={cards} />
    </Block>
  );
}
