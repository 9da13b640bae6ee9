export default definePageConfig({ navigationBarTitleText: '可补读' });
