import { useEffect } from 'react';
import { adoptMe, adoptNobody } from '../../platform/session';
import { useCloud } from '../../platform/useCloud';

/** What the entry page and 我的 need to know, and on the way who is signed in: unread notices, posts of today. */
export function useWelcome() {
  const answer = useCloud('identity.welcome', {});
  const { data } = answer;
  useEffect(() => {
    if (data?.me) adoptMe(data.me);
    else if (data) adoptNobody();
  }, [data]);
  return answer;
}
