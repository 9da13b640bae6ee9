import { Button } from './Button';
import { Card } from './Card';
import { ErrorState } from './Notes';
import { Stack, Words } from './Words';

export interface SwapQuestionCardProps {
  /** Who asks for what: 云帆想和您换微党课. */
  title: string;
  /** How it would be afterwards, in one sentence. */
  after: string;
  isBusy: boolean;
  error: { message: string; requestId?: string } | undefined;
  onAnswer: (agreed: boolean) => void;
}

/** Somebody asks to change turns on a rota; nothing changes before the answer. */
export function SwapQuestionCard({ title, after, isBusy, error, onAnswer }: SwapQuestionCardProps) {
  return (
    <Card tone="brand" title={title}>
      <Words>{after}</Words>
      {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
      <Stack isRow>
        <Button isInline isBusy={isBusy} onPress={() => onAnswer(true)}>
          同意换
        </Button>
        <Button kind="secondary" isInline isBusy={isBusy} onPress={() => onAnswer(false)}>
          不换
        </Button>
      </Stack>
    </Card>
  );
}
