import type { Output } from '../../contract/operations';
import { useAction } from '../../platform/useAction';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorState } from '../../ui/Notes';
import { Heading, Words } from '../../ui/Words';
import type { Opened } from './comeIn';

type Shoes = NonNullable<Output<'identity.welcome'>['demo']>['shoes'];

export interface DemoShoesProps {
  shoes: Shoes;
  onOpened: (opened: Opened) => void;
}

/** Five people of the demo bureau to be for a while, each with one line on what to try. */
export function DemoShoes({ shoes, onOpened }: DemoShoesProps) {
  const step = useAction('identity.stepInto');
  const stepInto = async (shoe: Shoes[number]['shoe']) => {
    const opened = await step.run({ shoe });
    if (opened) onOpened(opened);
  };
  return (
    <>
      <Heading>演示单位：选一个身份走走看</Heading>
      <Words tone="quiet">人和事都是编的，怎么点都不要紧</Words>
      {step.error && <ErrorState sentence={step.error.message} requestId={step.error.requestId} />}
      {shoes.map(({ shoe, name, title, tryThis }) => (
        <Card key={shoe} title={name} aside={title}>
          <Words tone="quiet">{tryThis}</Words>
          <Button
            kind="secondary"
            isBusy={step.isBusy}
            label={`用${name}的身份看看，${title}`}
            onPress={() => void stepInto(shoe)}
          >
            用{name}的身份看看
          </Button>
        </Card>
      ))}
    </>
  );
}
