export default definePageConfig({ navigationBarTitleText: '卷子' });
