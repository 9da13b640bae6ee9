export default definePageConfig({ navigationBarTitleText: '轮值供稿' });
