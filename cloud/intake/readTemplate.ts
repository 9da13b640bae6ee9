import { memberUseCase } from '../operation';
import { whoeverMay } from '../policies/membership';
import { rosterTemplate } from '../roster/rosterTemplate';

/** The empty roster for secretaries who have no file at hand. */
export const readTemplate = memberUseCase('intake.template')({
  policy: whoeverMay('roster.edit'),
  run: async () => {
    const { name, content } = rosterTemplate();
    return {
      name,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      base64: content.toString('base64'),
    };
  },
});
