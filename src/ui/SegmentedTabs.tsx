import { Block } from './Block';
import { Pressable } from './Pressable';
import './SegmentedTabs.scss';

export interface SegmentedTabsProps<K extends string> {
  /** What is switched: 本期与上期. */
  label: string;
  tabs: readonly { key: K; words: string }[];
  current: K;
  onChange: (key: K) => void;
}

/** Two to five views of the same thing; the view below is the caller's. */
export function SegmentedTabs<K extends string>({ label, tabs, current, onChange }: SegmentedTabsProps<K>) {
  return (
    <Block className="ui-segments" role="group" aria-label={label}>
      {tabs.map(({ key, words }) => (
        <Pressable
          key={key}
          className={key === current ? 'ui-segment ui-segment-current' : 'ui-segment'}
          isCurrent={key === current}
          onPress={() => onChange(key)}
        >
          {words}
        </Pressable>
      ))}
    </Block>
  );
}
