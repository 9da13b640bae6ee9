import { useState } from 'react';
import { sayMoment } from '../../../domain/calendar/sayDay';
import { questionLimits } from '../../../domain/quiz/bank/questionDraft';
import { today } from '../../../platform/clock';
import { useAction } from '../../../platform/useAction';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { FilePick } from '../../../ui/FilePick';
import { List, ListRow } from '../../../ui/ListRow';
import { EmptyState, ErrorState } from '../../../ui/Notes';
import { SelectField } from '../../../ui/SelectField';
import { TextField } from '../../../ui/TextField';
import { Words } from '../../../ui/Words';
import { BankTemplate } from './BankTemplate';
import { type BankDesk, type BankImport, sayFound } from './bankWords';

export interface ChooseBankFilesProps {
  organisations: BankDesk['organisations'];
  /** Own previews, and what was applied in the last 30 days. */
  imports: readonly BankImport[];
  onRead: (from: BankImport) => void;
}

/** As many files make one bank at most (contract/bank.ts). */
const MOST_FILES = 10;

/** Whose bank, which files (several are one bank), and what was imported lately. */
export function ChooseBankFiles({ organisations, imports, onRead }: ChooseBankFilesProps) {
  const mine = organisations.filter(({ mayKeep }) => mayKeep);
  const [chosen, setChosen] = useState<string>();
  const [files, setFiles] = useState<{ fileId: string; name: string }[]>([]);
  const [topic, setTopic] = useState('');
  const [isTried, setTried] = useState(false);
  const { run, isBusy, error, clearError } = useAction('quiz.importBank');
  const organisationId = chosen ?? mine[0]?.id;
  if (organisationId === undefined)
    return <EmptyState sentence="导入题库由书记、宣传委员或机关党委的同志来做。需要时请联系您的书记" />;
  const read = async () => {
    setTried(true);
    if (files.length === 0 || topic.trim() === '') return;
    const preview = await run({ organisationId, files, topic });
    if (preview) onRead(preview);
  };
  const add = (file: { fileId: string; name: string }) => {
    clearError();
    setFiles([...files, file]);
    if (topic.trim() === '') setTopic(file.name.replace(/\.[^.]*$/, '').slice(0, questionLimits.topic));
  };
  return (
    <>
      <Card title="选题库文件">
        <Words tone="quiet">
          手头的题库直接选来：Word、Excel、文本都可以，排版不用改。答案在另一个文件里的，一起选来。读完先给您看，您点了导入才进题库
        </Words>
        {mine.length > 1 && (
          <SelectField
            label="进哪个组织的题库"
            options={mine.map(({ id, name }) => ({ key: id, words: name }))}
            value={organisationId}
            onChange={setChosen}
          />
        )}
        {files.length > 0 && (
          <List label="选好的文件">
            {files.map(({ fileId, name }) => (
              <ListRow
                key={fileId}
                title={name}
                aside={
                  <Button
                    kind="quiet"
                    label={`不要 ${name}`}
                    onPress={() => setFiles(files.filter((one) => one.fileId !== fileId))}
                  >
                    不要
                  </Button>
                }
              />
            ))}
          </List>
        )}
        {files.length < MOST_FILES && (
          <FilePick
            kind={files.length === 0 ? 'primary' : 'secondary'}
            purpose="import"
            isDisabled={isBusy}
            onUploaded={({ fileId, name }) => add({ fileId, name })}
          >
            {files.length === 0 ? '选文件' : '再加一个文件'}
          </FilePick>
        )}
        {files.length > 0 && (
          <>
            <TextField
              label="专题"
              hint="文件里没有写章节的题，归到这个专题"
              value={topic}
              maxLength={questionLimits.topic}
              error={isTried && topic.trim() === '' ? '请写一个专题' : undefined}
              onChange={setTopic}
            />
            <Button isBusy={isBusy} onPress={() => void read()}>
              {isBusy ? '正在读，题多时要等一会儿' : `读这 ${files.length} 个文件`}
            </Button>
          </>
        )}
        {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
        <Words tone="small">
          文件读完就删，读出来的题留 30 天给您看。答案不清楚的题不会自己猜，会请您看一眼
        </Words>
        <BankTemplate />
      </Card>
      {imports.length > 0 && (
        <Card title="最近读的文件">
          <List label="最近读的文件">
            {imports.map((one) => (
              <ListRow
                key={one.importId}
                title={one.files.map(({ name }) => name).join('、')}
                detail={sayImport(one)}
                aside={stateWords[one.state]}
                onPress={() => onRead(one)}
              />
            ))}
          </List>
        </Card>
      )}
    </>
  );
}

const stateWords: Record<BankImport['state'], string> = {
  preview: '没导完',
  applied: '已导入',
  undone: '已撤回',
};

function sayImport({ state, found, done, organisationName, at }: BankImport): string {
  const parts = [
    organisationName,
    sayMoment(at, today()),
    state === 'preview' ? sayFound({ ...found, twins: 0, essays: 0 }, false) : undefined,
    state === 'applied' ? `导入了 ${done?.added ?? 0} 题` : undefined,
  ];
  return parts.filter(Boolean).join(' · ');
}
