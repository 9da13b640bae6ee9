export default definePageConfig({ navigationBarTitleText: '晨学', enableShareAppMessage: true });
