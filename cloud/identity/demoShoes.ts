/** Five pairs of shoes of the demo bureau, with one line each on what to try (issue, section 3). Names are made up. */
export const demoShoes = [
  {
    shoe: 'member',
    loginName: 'd0000001',
    name: '江晨',
    title: '党员',
    tryThis: '读今天的一篇，点“我学完了”；再答 5 道题，到“支部”里签到',
  },
  {
    shoe: 'secretary',
    loginName: 'd0000002',
    name: '禾书远',
    title: '支部书记',
    tryThis: '打开会议的点名页，投出 6 位数字，替没带手机的同志点名，会后签定记录',
  },
  {
    shoe: 'publicityOfficer',
    loginName: 'd0000003',
    name: '叶知秋',
    title: '机关党委宣传委员',
    tryThis: '写一篇三分钟的短文，交给另一位同志审核',
  },
  {
    shoe: 'committeeOfficer',
    loginName: 'd0000004',
    name: '安如山',
    title: '机关党委工作人员',
    tryThis: '审核叶知秋交来的一篇，排到一个工作日；看看投诉建议并答复',
  },
  {
    shoe: 'clerk',
    loginName: 'd0000005',
    name: '墨小录',
    title: '代录员',
    tryThis: '替城关所支部通知一次会议：记录里会写明是代录',
  },
] as const;
