export default definePageConfig({ navigationBarTitleText: '为什么没有排名' });
