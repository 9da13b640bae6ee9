export default definePageConfig({ navigationBarTitleText: '任务情况' });
