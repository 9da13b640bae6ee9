import { Block } from '../../ui/Block';
import { PrintSheet } from '../../ui/PrintSheet';
import { CardFace } from './CardFace';
import { type IssuedCard, sheetsOf } from './cardsOnPaper';
import './CardSheets.scss';

/** The cards as they come out of the printer: eight to an A4 page, with lines to cut along. Not on the screen. */
export function CardSheets({ cards }: { cards: readonly IssuedCard[] }) {
  return (
    <PrintSheet>
      {sheetsOf(cards).map((sheet) => (
        <Block key={sheet[0]?.loginName} className="roster-sheet">
          {sheet.map((card) => (
            <Block key={card.loginName} className="roster-sheet-cell">
              <CardFace card={card} />
            </Block>
          ))}
        </Block>
      ))}
    </PrintSheet>
  );
}
