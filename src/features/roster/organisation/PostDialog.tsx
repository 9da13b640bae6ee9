import { useState } from 'react';
import { saySpan } from '../../../domain/calendar/sayDate';
import { useAction } from '../../../platform/useAction';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Stack, Words } from '../../../ui/Words';
import type { Member } from '../member';
import { LastDay } from '../member/LastDay';
import { HandOver } from './HandOver';

export type PostLine = Member['posts'][number];

export interface PostDialogProps {
  post: PostLine | undefined;
  /** Who holds it. */
  holder: string;
  onDone: () => void;
  onClose: () => void;
}

/** One post with its term: hand it over to a successor, or let it end. */
export function PostDialog({ post, holder, onDone, onClose }: PostDialogProps) {
  const [doing, setDoing] = useState<'end' | 'handOver'>();
  if (!post) return null;
  if (doing === 'end') return <EndPost post={post} holder={holder} onDone={onDone} onClose={onClose} />;
  if (doing === 'handOver') return <HandOver post={post} onDone={onDone} onClose={onClose} />;
  return (
    <Dialog title={`${holder} · ${post.title}`} onClose={onClose}>
      <Words tone="quiet">
        {post.organisationName} · {saySpan(post.from, post.to)}
      </Words>
      <Stack>
        {post.mayHandOver && <Button onPress={() => setDoing('handOver')}>交接给接任的同志</Button>}
        {post.mayEnd && (
          <Button kind="secondary" onPress={() => setDoing('end')}>
            只结束任职
          </Button>
        )}
        <Button kind="secondary" onPress={onClose}>
          关上
        </Button>
      </Stack>
    </Dialog>
  );
}

function EndPost({ post, holder, onDone, onClose }: PostDialogProps & { post: PostLine }) {
  const { run, isBusy, error } = useAction('roster.endPost');
  const { postId, version } = post;
  return (
    <LastDay
      title={`${holder}不再任${post.title}？`}
      sentence="过了最后一天，这个职务的权限自动结束。手上的稿件和任务不会转给别人，要转请用交接"
      span={post}
      wrongWords="请选一天，不早于任职那天"
      confirmWords="结束任职"
      isDangerous
      isBusy={isBusy}
      error={error}
      onEnd={async (to) => {
        if (await run({ postId, version, to })) onDone();
      }}
      onClose={onClose}
    />
  );
}
