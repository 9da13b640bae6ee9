import { useState } from 'react';
import { sayDate, saySpan } from '../../../domain/calendar/sayDate';
import { useAction } from '../../../platform/useAction';
import { useCloud } from '../../../platform/useCloud';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Confirm } from '../../../ui/Dialog';
import { List, ListRow } from '../../../ui/ListRow';
import { Loaded } from '../../../ui/Loaded';
import { Stack, Words } from '../../../ui/Words';
import { AppointHere } from './AppointHere';
import { EditOrganisation } from './EditOrganisation';
import { levelWords, type Organisation } from './organisationTree';
import { PostDialog } from './PostDialog';

export interface OrganisationDetailProps {
  organisation: Organisation;
  organisations: readonly Organisation[];
  onChanged: () => Promise<void>;
  /** It was dissolved. */
  onGone: () => void;
}

/** One organisation: name and 启用日期, what may be made under it, and who holds its posts until when. */
export function OrganisationDetail({
  organisation,
  organisations,
  onChanged,
  onGone,
}: OrganisationDetailProps) {
  const [doing, setDoing] = useState<'edit' | 'add' | 'dissolve' | 'appoint'>();
  const [openPost, setOpenPost] = useState<string>();
  const posts = useCloud('roster.posts', { organisationId: organisation.id });
  const { mayEdit, mayAdd, mayAppoint, enabledOn, name, level } = organisation;
  const close = () => {
    setDoing(undefined);
    setOpenPost(undefined);
  };
  const done = () => {
    close();
    void onChanged();
    void posts.reload();
  };
  return (
    <>
      <Card title={name} aside={levelWords[level]}>
        <Words tone="quiet">
          {enabledOn
            ? `${sayDate(enabledOn)}启用。启用前的会议和学习不算欠`
            : '还没启用。启用以前的会议和学习不算欠'}
        </Words>
        <Stack isRow>
          {mayEdit && (
            <Button kind="secondary" isInline onPress={() => setDoing('edit')}>
              改名称和启用日期
            </Button>
          )}
          {mayAdd.length > 0 && (
            <Button kind="secondary" isInline onPress={() => setDoing('add')}>
              在下面建一个
            </Button>
          )}
          {mayEdit && level !== 'organCommittee' && level !== 'leadingGroup' && (
            <Button kind="quiet" onPress={() => setDoing('dissolve')}>
              撤销这个组织
            </Button>
          )}
        </Stack>
      </Card>
      <Card title="任职">
        <Loaded from={posts} lines={3}>
          {(data) => (
            <>
              {data.posts.length === 0 && <Words tone="quiet">这里还没有人任职</Words>}
              <List label={`${name}任职`}>
                {data.posts.map((post) => (
                  <ListRow
                    key={post.postId}
                    title={`${post.title} ${post.memberName}`}
                    detail={saySpan(post.from, post.to)}
                    onPress={post.mayEnd || post.mayHandOver ? () => setOpenPost(post.postId) : undefined}
                  />
                ))}
              </List>
              {openPost && (
                <PostDialog
                  post={data.posts.find(({ postId }) => postId === openPost)}
                  holder={data.posts.find(({ postId }) => postId === openPost)?.memberName ?? ''}
                  onDone={done}
                  onClose={close}
                />
              )}
            </>
          )}
        </Loaded>
        {mayAppoint.length > 0 && (
          <Button kind="secondary" isInline onPress={() => setDoing('appoint')}>
            任职
          </Button>
        )}
      </Card>
      {doing === 'edit' && <EditOrganisation organisation={organisation} onDone={done} onClose={close} />}
      {doing === 'add' && <EditOrganisation under={organisation} onDone={done} onClose={close} />}
      {doing === 'appoint' && (
        <AppointHere
          organisation={organisation}
          organisations={organisations}
          onDone={done}
          onClose={close}
        />
      )}
      {doing === 'dissolve' && (
        <Dissolve
          organisation={organisation}
          onClose={close}
          onDone={() => {
            onGone();
            done();
          }}
        />
      )}
    </>
  );
}

function Dissolve({
  organisation: { id, version, name },
  onDone,
  onClose,
}: {
  organisation: Organisation;
  onDone: () => void;
  onClose: () => void;
}) {
  const { run, isBusy, error } = useAction('roster.dissolveOrganisation');
  const dissolve = async () => {
    if (await run({ organisationId: id, version })) onDone();
  };
  return (
    <Confirm
      title={`撤销${name}？`}
      sentence="里面的同志要先转走，下面的组织要先撤销。以前的会议和记录都留着"
      confirmWords="撤销"
      isDangerous
      isBusy={isBusy}
      error={error?.message}
      onConfirm={() => void dissolve()}
      onCancel={onClose}
    />
  );
}
