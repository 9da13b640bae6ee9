export default definePageConfig({ navigationBarTitleText: '怎样守规矩' });
