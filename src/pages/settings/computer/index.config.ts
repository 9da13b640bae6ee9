export default definePageConfig({ navigationBarTitleText: '在电脑上使用' });
