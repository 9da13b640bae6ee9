export default definePageConfig({ navigationBarTitleText: '晨学先锋' });
