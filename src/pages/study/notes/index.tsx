import { NoteList } from '../../../features/study/library/NoteList';
import { Screen } from '../../../ui/Screen';

/** 我的笔记. */
export default function NotesPage() {
  return (
    <Screen title="我的笔记">
      <NoteList />
    </Screen>
  );
}
