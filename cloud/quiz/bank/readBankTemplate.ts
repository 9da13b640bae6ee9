import { memberUseCase } from '../../operation';
import { whoeverMay } from '../../policies/membership';
import { bankTemplate, XLSX } from './bankFile';

/** The empty table for secretaries who have no file at hand. */
export const readBankTemplate = memberUseCase('quiz.readBankTemplate')({
  policy: whoeverMay('quiz.keep'),
  run: async () => ({ name: '题库模板.xlsx', mediaType: XLSX, base64: bankTemplate().toString('base64') }),
});
