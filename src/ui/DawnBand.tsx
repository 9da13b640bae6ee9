import type { ReactNode } from 'react';
import { Block } from './Block';
import './DawnBand.scss';

/** The quiet dawn at the top of 晨学: greeting, date, and a place for the stamp. At most 18 % of the first screen. */
export function DawnBand({ title, line, stamp }: { title: string; line: string; stamp?: ReactNode }) {
  return (
    <Block className="ui-dawn">
      <Block className="ui-dawn-words">
        <Block className="ui-dawn-title">{title}</Block>
        <Block className="ui-dawn-line">{line}</Block>
      </Block>
      {stamp}
    </Block>
  );
}
