import { useCloud } from '../../platform/useCloud';
import { Loaded } from '../../ui/Loaded';
import { Heading, Words } from '../../ui/Words';
import { FeedbackItem } from './FeedbackItem';

/** What the member has sent under the own name, newest first, with the answers. */
export function OwnFeedback() {
  const mine = useCloud('feedback.mine', {});
  return (
    <>
      <Heading level={3}>署名送出的</Heading>
      <Loaded from={mine} lines={3}>
        {({ feedback }) =>
          feedback.length === 0 ? (
            <Words tone="quiet">还没有。送出后，办到哪一步和答复都在这里看</Words>
          ) : (
            feedback.map((one) => <FeedbackItem key={one.id} feedback={one} />)
          )
        }
      </Loaded>
    </>
  );
}
