import { type ReactNode, useState } from 'react';
import { Block } from './Block';
import { List, ListRow } from './ListRow';
import { Pressable } from './Pressable';
import './Table.scss';

export interface Column<R> {
  title: string;
  cell: (row: R) => ReactNode;
  /** Makes the column sortable. Never a person's score: nothing here ranks people. */
  sortBy?: (row: R) => string | number;
}

export interface TableProps<R> {
  /** What the table holds; read aloud before it. */
  caption: string;
  /** The first column names the row. */
  columns: readonly Column<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
  /** Opens a row; the first column becomes a button. */
  onOpen?: (row: R) => void;
  openKey?: string;
}

/** Records in rows and columns on a PC; WeChat lists them one below the other. */
export function Table<R>({ caption, columns, rows, rowKey, onOpen, openKey }: TableProps<R>) {
  const [order, setOrder] = useState<{ column: number; isDown: boolean }>();
  const sortBy = order && columns[order.column]?.sortBy;
  const sorted = sortBy
    ? [...rows].sort((a, b) => compare(sortBy(a), sortBy(b)) * (order.isDown ? -1 : 1))
    : rows;
  const [head, ...rest] = columns;
  if (!head) return null;

  if (process.env.TARO_ENV === 'weapp') {
    return (
      <List label={caption}>
        {sorted.map((row) => (
          <ListRow
            key={rowKey(row)}
            title={head.cell(row)}
            detail={rest.map((column) => (
              <Block key={column.title}>
                {column.title}：{column.cell(row)}
              </Block>
            ))}
            isSelected={rowKey(row) === openKey}
            onPress={onOpen && (() => onOpen(row))}
          />
        ))}
      </List>
    );
  }

  const press = (column: number) =>
    setOrder((before) => ({ column, isDown: before?.column === column && !before.isDown }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className="ui-table-frame" aria-label={caption} tabIndex={0}>
      <table className="ui-table">
        <caption className="ui-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => {
              const direction =
                order?.column === index ? (order.isDown ? 'descending' : 'ascending') : undefined;
              return (
                <th key={column.title} scope="col" aria-sort={direction}>
                  {column.sortBy ? (
                    <Pressable className="ui-table-sort" onPress={() => press(index)}>
                      {column.title}
                      <Block as="span" className="ui-table-arrow" aria-hidden>
                        {direction === undefined ? '' : direction === 'ascending' ? ' ↑' : ' ↓'}
                      </Block>
                    </Pressable>
                  ) : (
                    column.title
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={rowKey(row)} className={rowKey(row) === openKey ? 'ui-table-open' : undefined}>
              <th scope="row">
                {onOpen ? (
                  <Pressable
                    className="ui-table-link"
                    isCurrent={rowKey(row) === openKey}
                    onPress={() => onOpen(row)}
                  >
                    {head.cell(row)}
                  </Pressable>
                ) : (
                  head.cell(row)
                )}
              </th>
              {rest.map((column) => (
                <td key={column.title}>{column.cell(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'string' && typeof b === 'string'
    ? a.localeCompare(b, 'zh-CN')
    : a < b
      ? -1
      : a > b
        ? 1
        : 0;
}
