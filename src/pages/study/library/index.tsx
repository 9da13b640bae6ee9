import { Library } from '../../../features/study/library/Library';
import { LibrarySearch } from '../../../features/study/library/LibrarySearch';
import { Screen } from '../../../ui/Screen';

/** 资料库: everything published, by topic and by searching. */
export default function LibraryPage() {
  return (
    <Screen title="资料库" isReading>
      <LibrarySearch>
        <Library />
      </LibrarySearch>
    </Screen>
  );
}
