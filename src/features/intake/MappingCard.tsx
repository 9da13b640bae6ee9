import { useState } from 'react';
import type { Input } from '../../contract/operations';
import { type RosterField, rosterFields } from '../../domain/roster/sheet/rosterSheet';
import type { ChosenFile } from '../../platform/chooseFile';
import { asCloudError, type CloudError } from '../../platform/cloudError';
import { uploadFile } from '../../platform/files';
import { useAction } from '../../platform/useAction';
import { Block } from '../../ui/Block';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Chip } from '../../ui/Chip';
import { FilePick } from '../../ui/FilePick';
import { List, ListRow } from '../../ui/ListRow';
import { ErrorState } from '../../ui/Notes';
import { SelectField } from '../../ui/SelectField';
import { Heading, Stack, Words } from '../../ui/Words';
import { fieldWords, type Intake, sayDropped } from './intake';
import './MappingCard.scss';

type Sheet = Intake['sheets'][number];
type Mapping = NonNullable<Input<'intake.readRoster'>['mapping']>;

/** What no column gives. */
const nothing = '';

export interface MappingCardProps {
  intake: Intake;
  /** The file, while this page has it; after a reload it is asked for again. */
  file: ChosenFile | undefined;
  onRead: (intake: Intake, file: ChosenFile) => void;
}

/** What we read from which column and why; wrong ones are corrected here, and the file is read again. */
export function MappingCard({ intake, file, onRead }: MappingCardProps) {
  const isSure = intake.sheets.every(({ columns }) =>
    columns.every(({ confidence }) => confidence === 'sure'),
  );
  const [isOpen, setOpen] = useState(!isSure);
  const [mapping, setMapping] = useState<Mapping>();
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<CloudError>();
  const reading = useAction('intake.readRoster');
  const dropped = sayDropped(intake.dropped);

  const read = async (fileId: string, again: ChosenFile) => {
    const { organisationId, purpose, intakeId } = intake;
    const next = await reading.run({ fileId, organisationId, purpose, mapping, replaces: intakeId });
    if (next) onRead(next, again);
  };
  const readAgain = async () => {
    if (!file) return;
    setSending(true);
    setError(undefined);
    try {
      const { fileId } = await uploadFile(file, 'roster');
      await read(fileId, file);
    } catch (failure) {
      setError(asCloudError(failure));
    } finally {
      setSending(false);
    }
  };
  const refusal = error ?? reading.error;
  return (
    <Card title="读到的列" aside={isSure ? '都对得上' : '有几列请您看一眼'}>
      {dropped && <Words>{dropped}</Words>}
      {!isOpen && (
        <Button kind="secondary" isInline onPress={() => setOpen(true)}>
          看每一列怎么读的
        </Button>
      )}
      {isOpen &&
        intake.sheets.map((sheet) => (
          <SheetColumns
            key={sheet.sheet}
            sheet={sheet}
            isOnly={intake.sheets.length === 1}
            chosen={mapping?.find((one) => one.sheet === sheet.sheet)}
            onChoose={(field, column) =>
              setMapping((before) => withColumn(before ?? mappingOf(intake), sheet.sheet, field, column))
            }
          />
        ))}
      {refusal && <ErrorState sentence={refusal.message} requestId={refusal.requestId} />}
      {mapping && (
        <Stack isRow>
          {file ? (
            <Button isInline isBusy={sending || reading.isBusy} onPress={() => void readAgain()}>
              按改过的列再读一遍
            </Button>
          ) : (
            <FilePick purpose="roster" onUploaded={({ fileId }, again) => void read(fileId, again)}>
              再选一次这个文件，按改过的列读
            </FilePick>
          )}
          <Button kind="quiet" onPress={() => setMapping(undefined)}>
            不改了
          </Button>
        </Stack>
      )}
    </Card>
  );
}

function SheetColumns({
  sheet,
  isOnly,
  chosen,
  onChoose,
}: {
  sheet: Sheet;
  isOnly: boolean;
  chosen: Mapping[number] | undefined;
  onChoose: (field: RosterField, column: string) => void;
}) {
  const [isEditing, setEditing] = useState(false);
  const all = [...sheet.columns, ...sheet.dropped].sort((a, b) => place(a.column) - place(b.column));
  const options = [
    { key: nothing, words: '没有这一列' },
    ...all.map(({ column, header }) => ({ key: column, words: `${column} 列 ${header}` })),
  ];
  return (
    <>
      {!isOnly && <Heading level={3}>{sheet.sheet}</Heading>}
      {!isEditing && (
        <>
          <List label={`${sheet.sheet}的列`}>
            {sheet.columns.map(({ field, column, header, evidence, confidence }) => (
              <ListRow
                key={column}
                title={`${fieldWords[field]}：${column} 列“${header}”`}
                detail={evidence}
                aside={
                  confidence === 'sure' ? (
                    <Chip tone="good" words="对得上" />
                  ) : (
                    <Chip tone="warn" words="请看一眼" />
                  )
                }
              />
            ))}
          </List>
          <Button kind="secondary" isInline onPress={() => setEditing(true)}>
            有读错的，改一改
          </Button>
        </>
      )}
      {isEditing && (
        <Block className="intake-fields">
          {rosterFields.map((field) => (
            <SelectField
              key={field}
              label={fieldWords[field]}
              options={options}
              value={columnOf(chosen?.columns ?? sheet.columns, field)}
              onChange={(column) => onChoose(field, column)}
            />
          ))}
        </Block>
      )}
    </>
  );
}

function columnOf(columns: readonly { field: RosterField; column: string }[], field: RosterField): string {
  return columns.find((one) => one.field === field)?.column ?? nothing;
}

function mappingOf({ sheets }: Intake): Mapping {
  return sheets.map(({ sheet, headerRow, columns }) => ({
    sheet,
    headerRow,
    columns: columns.map(({ field, column }) => ({ field, column })),
  }));
}

/** One field read from another column; a column gives one field only. */
function withColumn(mapping: Mapping, sheet: string, field: RosterField, column: string): Mapping {
  return mapping.map((one) => {
    if (one.sheet !== sheet) return one;
    const others = one.columns.filter((other) => other.field !== field && other.column !== column);
    return { ...one, columns: column === nothing ? others : [...others, { field, column }] };
  });
}

/** A before Z before AA. */
function place(column: string): number {
  return [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
