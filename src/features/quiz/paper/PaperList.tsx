import type { Output } from '../../../contract/operations';
import { today } from '../../../platform/clock';
import { goTo } from '../../../platform/routes';
import { useMe } from '../../../platform/session';
import { type Page, usePages } from '../../../platform/usePages';
import { Card } from '../../../ui/Card';
import { List, ListRow } from '../../../ui/ListRow';
import { Loaded } from '../../../ui/Loaded';
import { NextPage } from '../../../ui/NextPage';
import { EmptyState } from '../../../ui/Notes';
import { saySize, sayStanding } from './paperWords';

type Listed = Output<'quiz.readPapers'>['papers'][number];

/** The papers of the organisations that the reader makes papers for, newest first. */
export function PaperList() {
  const me = useMe();
  const pages = usePages('quiz.readPapers', {}, pageOf, { cursorName: 'before', skip: !me });
  const { first, items } = pages;
  return (
    <Loaded from={first} lines={5}>
      {() =>
        items.length === 0 ? (
          <EmptyState sentence="还没有做过卷子。从题库里选题，可以投屏一起答，也可以发到手机上" />
        ) : (
          <Card>
            <List label="卷子">
              {items.map((paper) => (
                <ListRow
                  key={paper.paperId}
                  title={paper.title}
                  detail={`${paper.organisationName} · ${saySize(paper)} · ${sayStanding(paper, today())}`}
                  onPress={() => goTo('deskPaper', { paperId: paper.paperId })}
                />
              ))}
            </List>
            <NextPage pages={pages} />
          </Card>
        )
      }
    </Loaded>
  );
}

function pageOf({ papers, nextBefore }: Output<'quiz.readPapers'>): Page<Listed> {
  return { items: papers, next: nextBefore };
}
