import { metrologyLaw, productQualityLaw, specialEquipmentLaw, standardsLaw } from './sources';
import type { DemoQuestion } from './types';

/** Questions about lifts and rides, scales, product quality and standards. */
export const safetyQuestions: DemoQuestion[] = [
  {
    slug: 'q-equipment-registration',
    type: 'single',
    stem: '小区新装的电梯要办使用登记。没有在投入使用前办的，最晚应当在投入使用后多久内办理？',
    options: ['七日内', '十五日内', '三十日内', '九十日内'],
    key: [2],
    explanation:
      '特种设备安全法第三十三条规定在投入使用前或者投入使用后三十日内办理使用登记，登记了才有人盯着它的检验。',
    topic: '特种设备',
    source: specialEquipmentLaw('第三十三条'),
  },
  {
    slug: 'q-ride-trial-run',
    type: 'single',
    stem: '游乐园的大型过山车，每天开门迎客之前应当做什么？',
    options: ['试运行和例行安全检查', '先请几位游客试坐', '擦洗一遍外壳就行', '只在节假日前检查'],
    key: [0],
    explanation:
      '特种设备安全法第四十三条规定，大型游乐设施每日投入使用前应当试运行和例行安全检查，不能拿游客来试。',
    topic: '特种设备',
    source: specialEquipmentLaw('第四十三条'),
  },
  {
    slug: 'q-equipment-kinds',
    type: 'multiple',
    stem: '下面哪些在特种设备安全法列出的特种设备种类里？',
    options: ['电梯', '锅炉', '家用自行车', '大型游乐设施'],
    key: [0, 1, 3],
    explanation:
      '特种设备安全法第二条列出了锅炉、电梯、大型游乐设施等，它们对人身和财产安全有较大危险性，自行车不在里面。',
    topic: '特种设备',
    source: specialEquipmentLaw('第二条'),
  },
  {
    slug: 'q-equipment-fault',
    type: 'trueFalse',
    stem: '电梯运行中发出异响，使用单位应当全面检查，消除事故隐患，方可继续使用。',
    options: [],
    key: [1],
    explanation: '这是特种设备安全法第四十二条的要求，小毛病不查清，就可能变成大事故。',
    topic: '特种设备',
    source: specialEquipmentLaw('第四十二条'),
  },
  {
    slug: 'q-scale-dispute',
    type: 'single',
    stem: '买卖双方为秤准不准争了起来，处理这样的纠纷，以什么数据为准？',
    options: ['卖家自己秤的数据', '买家家里秤的数据', '两台秤的平均数', '法定标准器具检定的数据'],
    key: [3],
    explanation:
      '计量法第二十一条规定，以国家计量基准器具或者社会公用计量标准器具检定的数据为准，两边才都服气。',
    topic: '计量',
    source: metrologyLaw('第二十一条'),
  },
  {
    slug: 'q-metrology-inspection',
    type: 'multiple',
    stem: '计量部门依法监督检查，下面哪些环节都在检查范围里？',
    options: ['制造计量器具', '修理计量器具', '销售计量器具', '使用计量器具'],
    key: [0, 1, 2, 3],
    explanation:
      '计量法第十八条把制造、修理、销售、进口、使用和检定等活动都列入监督检查，哪一环走样，秤都会不准。',
    topic: '计量',
    source: metrologyLaw('第十八条'),
  },
  {
    slug: 'q-goods-acceptance',
    type: 'single',
    stem: '五金店进了一批插座，上架之前店主首先应当做什么？',
    options: ['先卖几只看看反应', '验明合格证明和标识', '把旧货混在里面卖', '换上自己店的商标'],
    key: [1],
    explanation:
      '产品质量法第三十三条要求销售者建立并执行进货检查验收制度，验明产品合格证明和其他标识，把好进门这一关。',
    topic: '产品质量',
    source: productQualityLaw('第三十三条'),
  },
  {
    slug: 'q-informant',
    type: 'single',
    stem: '有人向市场监管部门检举一家作坊掺杂掺假，受理的部门对检举人应当怎样？',
    options: ['公布姓名给予表扬', '把姓名告诉作坊主', '保密并按规定奖励', '请他自己先去取证'],
    key: [2],
    explanation: '产品质量法第十条规定应当为检举人保密，并按照规定给予奖励，这样知情的人才敢开口。',
    topic: '产品质量',
    source: productQualityLaw('第十条'),
  },
  {
    slug: 'q-product-label',
    type: 'multiple',
    stem: '一只有包装的电水壶，产品或者包装上应当有哪些标识？',
    options: ['质量检验合格证明', '中文厂名和厂址', '店主的姓名电话', '中文的产品名称'],
    key: [0, 1, 3],
    explanation:
      '产品质量法第二十七条要求有检验合格证明和中文的名称、厂名、厂址，出了事才找得到是谁做的；没有要求标店主的电话。',
    topic: '产品质量',
    source: productQualityLaw('第二十七条'),
  },
  {
    slug: 'q-no-recommendation',
    type: 'trueFalse',
    stem: '市场监管部门觉得某厂的产品质量好，可以向社会推荐这个厂的产品。',
    options: [],
    key: [0],
    explanation: '产品质量法第二十五条不许市场监管部门向社会推荐生产者的产品，当裁判的不能替一边喊好。',
    topic: '产品质量',
    source: productQualityLaw('第二十五条'),
  },
  {
    slug: 'q-mandatory-standard',
    type: 'single',
    stem: '下面哪一种标准，法律要求必须执行？',
    options: ['强制性国家标准', '推荐性国家标准', '行业标准', '地方标准'],
    key: [0],
    explanation:
      '标准化法第二条规定强制性标准必须执行，行业标准和地方标准是推荐性的；强制的那一部分守的是安全底线。',
    topic: '标准',
    source: standardsLaw('第二条'),
  },
  {
    slug: 'q-standard-text-free',
    type: 'trueFalse',
    stem: '强制性标准的文本应当免费向社会公开。',
    options: [],
    key: [1],
    explanation: '标准化法第十七条这样规定，要求人人遵守的东西，先要让人人看得到。',
    topic: '标准',
    source: standardsLaw('第十七条'),
  },
];
