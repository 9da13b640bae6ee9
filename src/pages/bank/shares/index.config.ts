export default definePageConfig({ navigationBarTitleText: '讲课选题参考' });
