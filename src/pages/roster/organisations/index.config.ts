export default definePageConfig({ navigationBarTitleText: '组织和任职' });
