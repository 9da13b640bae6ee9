import type { ContentSource } from './types';

/** Names an article of one text, always in the version that the demo content was written from. */
type CiteArticle = (article: string) => ContentSource;

const citeFrom =
  (title: string, versionOn: string | null): CiteArticle =>
  (article) => ({ title, article, versionOn });

export const drugLaw = citeFrom('中华人民共和国药品管理法', '2019-08-26');
export const consumerLaw = citeFrom('中华人民共和国消费者权益保护法', '2013-10-25');
export const specialEquipmentLaw = citeFrom('中华人民共和国特种设备安全法', '2013-06-29');
export const metrologyLaw = citeFrom('中华人民共和国计量法', '2018-10-26');
export const productQualityLaw = citeFrom('中华人民共和国产品质量法', '2018-12-29');
export const standardsLaw = citeFrom('中华人民共和国标准化法', '2017-11-04');
export const antitrustLaw = citeFrom('中华人民共和国反垄断法', '2022-06-24');
export const stateSecretsLaw = citeFrom('中华人民共和国保守国家秘密法', '2024-02-27');
export const publicSanctionsLaw = citeFrom('中华人民共和国公职人员政务处分法', '2020-06-20');
export const supervisionLaw = citeFrom('中华人民共和国监察法', '2024-12-25');

// Party rules: their text was not at hand in a dated version, so no date is claimed (domain.md 4.3, 4.5, 4.6).
export const branchRegulation = citeFrom('中国共产党支部工作条例（试行）', null);
/** Cited as a whole: the article that holds its quorum was not at hand. */
export const electionRegulation = citeFrom('中国共产党基层组织选举工作条例', null);
export const memberEducationRegulation = citeFrom('中国共产党党员教育管理工作条例', null);
