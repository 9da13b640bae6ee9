export default definePageConfig({ navigationBarTitleText: '一周大字版' });
