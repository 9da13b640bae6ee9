export default definePageConfig({ navigationBarTitleText: '晨学日历' });
