export default definePageConfig({ navigationBarTitleText: '复习设置' });
