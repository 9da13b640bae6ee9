export default definePageConfig({ navigationBarTitleText: '晨学三分钟', enableShareAppMessage: true });
