import { branchLifePieces } from './branchLife';
import { consumerPieces } from './consumers';
import { equipmentPieces } from './equipment';
import { fairnessPieces } from './fairness';
import { medicinePieces } from './medicines';
import { publicServicePieces } from './publicService';
import { qualityPieces } from './quality';
import { publicLifeQuestions } from './questionsPublicLife';
import { safetyQuestions } from './questionsSafety';
import { shoppingQuestions } from './questionsShopping';
import type { DemoPiece, DemoQuestion } from './types';

/** The order of publication: no two neighbours share a topic, so that no week is about one law. */
const publicationOrder = [
  'pharmacy-substitution',
  'old-lift',
  'seven-day-return',
  'branch-vote',
  'market-scales',
  'box-of-fruit',
  'prepaid-card',
  'agreed-price',
  'electric-blanket',
  'study-hours',
  'expired-medicine',
  'photo-of-document',
  'shop-notice',
  'lift-inspection-mark',
  'window-designation',
  'frail-members',
  'fraud-compensation',
  'standard-number',
  'who-is-supervised',
  'spot-check-fee',
];

const pieceBySlug = new Map(
  [
    medicinePieces,
    consumerPieces,
    equipmentPieces,
    qualityPieces,
    fairnessPieces,
    publicServicePieces,
    branchLifePieces,
  ]
    .flat()
    .map((piece) => [piece.slug, piece]),
);

/** The 20 pieces of the demo bureau in order of publication; the first is the one for a first visit. */
export const demoPieces: DemoPiece[] = publicationOrder.flatMap((slug) => pieceBySlug.get(slug) ?? []);

/** The 40 questions of the demo bank, by field; the quiz draws its own order. */
export const demoQuestions: DemoQuestion[] = [
  ...shoppingQuestions,
  ...safetyQuestions,
  ...publicLifeQuestions,
];
