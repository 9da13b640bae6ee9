import { Block } from '../../ui/Block';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { TextField } from '../../ui/TextField';
import type { PlanErrors, PlanForm } from './planForm';
import './AgendaFields.scss';

export interface AgendaFieldsProps {
  agenda: PlanForm['agenda'];
  errors: PlanErrors['agenda'] | undefined;
  onChange: (agenda: PlanForm['agenda']) => void;
}

/** As many items as the contract takes. */
const mostItems = 20;

/** What the meeting does, item by item with minutes. */
export function AgendaFields({ agenda, errors, onChange }: AgendaFieldsProps) {
  const total = agenda.reduce((sum, { minutes }) => sum + (Number(minutes) || 0), 0);
  const change = (at: number, part: Partial<PlanForm['agenda'][number]>) =>
    onChange(agenda.map((item, index) => (index === at ? { ...item, ...part } : item)));
  return (
    <Card title="会议内容" aside={`共 ${total} 分钟`}>
      {agenda.map((item, index) => (
        <Block
          // biome-ignore lint/suspicious/noArrayIndexKey: an item is its place in the agenda
          key={index}
          className="meeting-agenda-item"
          role="group"
          aria-label={`会议内容第 ${index + 1} 项`}
        >
          <Block className="meeting-agenda-title">
            <TextField
              label={`第 ${index + 1} 项`}
              value={item.title}
              maxLength={80}
              error={errors?.[index]?.title}
              onChange={(title) => change(index, { title })}
            />
          </Block>
          <Block className="meeting-agenda-minutes">
            <TextField
              label="分钟"
              kind="digits"
              value={item.minutes}
              maxLength={3}
              error={errors?.[index]?.minutes}
              onChange={(minutes) => change(index, { minutes })}
            />
          </Block>
          {agenda.length > 1 && (
            <Button
              kind="quiet"
              label={`去掉第 ${index + 1} 项`}
              onPress={() => onChange(agenda.filter((_, other) => other !== index))}
            >
              去掉
            </Button>
          )}
        </Block>
      ))}
      {agenda.length < mostItems && (
        <Button kind="secondary" isInline onPress={() => onChange([...agenda, { title: '', minutes: '30' }])}>
          加一项
        </Button>
      )}
    </Card>
  );
}
