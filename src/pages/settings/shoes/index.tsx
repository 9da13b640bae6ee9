import { comeIn } from '../../../features/identity/comeIn';
import { DemoShoes } from '../../../features/identity/DemoShoes';
import { useWelcome } from '../../../features/identity/useWelcome';
import { Loaded } from '../../../ui/Loaded';
import { EmptyState } from '../../../ui/Notes';
import { Screen } from '../../../ui/Screen';

/** 换一双鞋: somebody in the demo bureau becomes somebody else. */
export default function ShoesPage() {
  const welcome = useWelcome();
  return (
    <Screen title="换一双鞋">
      <Loaded from={welcome}>
        {({ demo }) =>
          demo ? (
            <DemoShoes shoes={demo.shoes} onOpened={comeIn} />
          ) : (
            <EmptyState sentence="这项只在演示单位里有" />
          )
        }
      </Loaded>
    </Screen>
  );
}
