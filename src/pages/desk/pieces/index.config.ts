export default definePageConfig({ navigationBarTitleText: '晨学稿件' });
