export default definePageConfig({ navigationBarTitleText: '晨学三分钟' });
