import * as v from 'valibot';
import { type ErrorCode, errorTable } from './errors';
import { type OperationName, operations } from './operations';

const names = Object.keys(operations) as OperationName[];

describe('the table of operations', () => {
  it.each(names)('%s has an example that its own schemas accept unchanged', (name) => {
    const { input, output, example } = operations[name];
    expect(v.parse(input as v.GenericSchema, example.input)).toEqual(example.input);
    expect(v.parse(output as v.GenericSchema, example.output)).toEqual(example.output);
  });

  it.each(names)('%s carries no identity in its input', (name) => {
    const described = JSON.stringify(
      Object.keys((operations[name].input as { entries?: object }).entries ?? {}),
    );
    expect(described).not.toMatch(/userId|openid|openId|role|isSecretary|actorId/);
  });
});

describe('the sentences of errors', () => {
  it.each(Object.keys(errorTable) as ErrorCode[])(
    '%s says what happened in plain Chinese without urging',
    (code) => {
      const { sentence } = errorTable[code];
      expect(sentence).toMatch(/[\u4e00-\u9fff]/);
      expect(sentence).not.toMatch(/[!！]|失败！|非法|token/);
    },
  );
});
