export default definePageConfig({ navigationBarTitleText: '开头几步' });
