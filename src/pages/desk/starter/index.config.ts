export default definePageConfig({ navigationBarTitleText: '起步内容' });
