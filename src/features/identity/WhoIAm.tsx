import type { Me } from '../../platform/session';
import { Block } from '../../ui/Block';
import { Chip } from '../../ui/Chip';
import { Heading, Words } from '../../ui/Words';

/** Name, branch and posts of the signed-in person. */
export function WhoIAm({ me }: { me: Me }) {
  const posts = me.posts.map(({ title, organisationName }) => `${organisationName} ${title}`).join('，');
  return (
    <Block as="section" aria-label="您的信息">
      <Heading>
        {me.name} {me.demo && <Chip words="演示" />}
      </Heading>
      <Words tone="quiet">{me.branch?.name ?? me.tenantName}</Words>
      {posts && <Words tone="small">{posts}</Words>}
    </Block>
  );
}
