import { useState } from 'react';
import { sayMoment } from '../../domain/calendar/sayDay';
import type { ChosenFile } from '../../platform/chooseFile';
import { today } from '../../platform/clock';
import { useAction } from '../../platform/useAction';
import { useCloud } from '../../platform/useCloud';
import { Card } from '../../ui/Card';
import { FilePick } from '../../ui/FilePick';
import { FileTemplate } from '../../ui/FileTemplate';
import { List, ListRow } from '../../ui/ListRow';
import { Loaded } from '../../ui/Loaded';
import { EmptyState, ErrorState } from '../../ui/Notes';
import { SelectField } from '../../ui/SelectField';
import { Words } from '../../ui/Words';
import type { Intake, Purpose } from './intake';

export interface ChooseRosterProps {
  purpose: Purpose;
  /** Own ones of the last 30 days. */
  intakes: readonly Intake[];
  onRead: (intake: Intake, file: ChosenFile) => void;
  onOpen: (intake: Intake) => void;
}

const intro: Record<Purpose, string> = {
  import:
    '手头的名册直接选来：表头在第几行、列怎么叫都可以。读完先给您看，您点了导入才写进名册，导入以后也能整批撤回',
  check:
    '从全国党员管理信息系统导出的名册，或别的最新名册，选来比一比：哪里不一样，一条条列出来。核对不改名册',
};

/** Which organisation, which file; a template for who has none; and what was imported lately. */
export function ChooseRoster({ purpose, intakes, onRead, onOpen }: ChooseRosterProps) {
  const list = useCloud('roster.organisations', {});
  const [chosen, setChosen] = useState<string>();
  const reading = useAction('intake.readRoster');
  const applied = intakes.filter(({ state }) => state === 'applied');
  return (
    <Loaded from={list} lines={4}>
      {({ organisations }) => {
        const mine = organisations.filter(({ mayEnrol }) => mayEnrol);
        // The widest one first: a bureau's file names its branches itself.
        const widest = mine.find((one) => !mine.some(({ id }) => id === one.parentId));
        const organisationId = chosen ?? widest?.id;
        if (organisationId === undefined)
          return <EmptyState sentence="导入名册由书记、组织委员或机关党委的同志来做。需要时请联系您的书记" />;
        const read = async (fileId: string, file: ChosenFile) => {
          const intake = await reading.run({ fileId, organisationId, purpose });
          if (intake) onRead(intake, file);
        };
        return (
          <>
            <Card title={purpose === 'import' ? '选名册文件' : '选要核对的文件'}>
              <Words tone="quiet">{intro[purpose]}</Words>
              {mine.length > 1 && (
                <SelectField
                  label="哪个组织的名册"
                  options={mine.map(({ id, name }) => ({ key: id, words: name }))}
                  value={organisationId}
                  onChange={setChosen}
                />
              )}
              <FilePick
                kind="primary"
                purpose="roster"
                isDisabled={reading.isBusy}
                onUploaded={({ fileId }, file) => void read(fileId, file)}
              >
                {reading.isBusy ? '正在读' : '选文件（.xlsx .xls .csv）'}
              </FilePick>
              {reading.error && (
                <ErrorState sentence={reading.error.message} requestId={reading.error.requestId} />
              )}
              <Words tone="small">
                只读姓名、手机、入党日期、支部这些。身份证号、籍贯、住址等列读的时候就丢掉，不保存。文件加密传送，读完就删
              </Words>
              {purpose === 'import' && <Template />}
            </Card>
            {applied.length > 0 && (
              <Card title="最近导入的">
                <List label="最近导入的">
                  {applied.map((one) => (
                    <ListRow
                      key={one.intakeId}
                      title={one.organisationName}
                      detail={sayMoment(one.at, today())}
                      aside={one.undoUntil ? '可以撤回' : undefined}
                      onPress={() => onOpen(one)}
                    />
                  ))}
                </List>
              </Card>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

function Template() {
  const [isWanted, setWanted] = useState(false);
  const from = useCloud('intake.template', {}, { skip: !isWanted });
  return (
    <FileTemplate
      words="手头没有名册？用空白模板"
      from={from}
      isWanted={isWanted}
      onWant={() => setWanted(true)}
    />
  );
}
