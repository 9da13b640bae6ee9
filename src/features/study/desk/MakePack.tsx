import { useState } from 'react';
import type { Output } from '../../../contract/operations';
import { announce } from '../../../platform/announce';
import { saveFile } from '../../../platform/saveFile';
import { useAction } from '../../../platform/useAction';
import { usePages } from '../../../platform/usePages';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { ChoiceGroup } from '../../../ui/ChoiceGroup';
import { Loaded } from '../../../ui/Loaded';
import { NextPage } from '../../../ui/NextPage';
import { EmptyState, ErrorState } from '../../../ui/Notes';
import { Words } from '../../../ui/Words';
import { sayFilesLeft } from './sayFilesLeft';

const pageOf = ({ pieces, next }: Output<'study.packable'>) => ({ items: pieces, next });

/** Approved pieces and series of an organisation, chosen and made into a file for another bureau. */
export function MakePack({ organisationId }: { organisationId: string }) {
  const pages = usePages('study.packable', { organisationId }, pageOf, { cursorName: 'cursor' });
  const { first, items } = pages;
  const [pieces, setPieces] = useState<readonly number[]>([]);
  const [series, setSeries] = useState<readonly number[]>([]);
  const { run, isBusy, error: refusal, clearError } = useAction('study.writePack');
  const [made, setMade] = useState<Output<'study.writePack'>>();
  const choose = (set: (chosen: readonly number[]) => void) => (chosen: readonly number[]) => {
    set(chosen);
    setMade(undefined);
    clearError();
  };
  const save = async (file: Output<'study.writePack'>) => {
    if (!(await saveFile(file))) announce('这台设备不让保存文件，请在电脑上下载');
  };
  return (
    <Loaded from={first} lines={6}>
      {({ series: offered }) =>
        offered.length + items.length === 0 ? (
          <EmptyState sentence="还没有审过的篇目可以做成内容包" />
        ) : (
          <Card title="做一个内容包">
            <Words tone="quiet">
              选审过的篇目和系列，做成一个 .json
              文件交给别的单位。作者、审核人和发布日期不会带出，图片和录音也不带；正文里写到的人名会跟着走，交出前请看一遍
            </Words>
            {offered.length > 0 && (
              <ChoiceGroup
                label="选系列"
                kind="multiple"
                hasLetters={false}
                options={offered.map(({ title, pieceCount }) => `系列《${title}》（${pieceCount} 篇）`)}
                chosen={series}
                onChoose={choose(setSeries)}
              />
            )}
            {items.length > 0 && (
              <ChoiceGroup
                label="选篇目"
                kind="multiple"
                hasLetters={false}
                options={items.map(({ title, topic, length }) => `${title}（${topic} · ${length} 字）`)}
                chosen={pieces}
                onChoose={choose(setPieces)}
              />
            )}
            <NextPage pages={pages} words="看更早的" />
            {refusal && <ErrorState sentence={refusal.message} requestId={refusal.requestId} />}
            {made ? (
              <>
                <Words>{`做好了，${made.pieceCount} 篇${sayFilesLeft(made, '。')}`}</Words>
                <Button kind="secondary" onPress={() => save(made)}>
                  保存内容包
                </Button>
              </>
            ) : (
              <Button
                kind="secondary"
                isBusy={isBusy}
                isDisabled={pieces.length + series.length === 0}
                onPress={async () =>
                  setMade(
                    await run({
                      organisationId,
                      pieceIds: pieces.flatMap((index) => items[index]?.id ?? []),
                      seriesIds: series.flatMap((index) => offered[index]?.id ?? []),
                    }),
                  )
                }
              >
                做成内容包
              </Button>
            )}
          </Card>
        )
      }
    </Loaded>
  );
}
