import { useState } from 'react';
import { readActivationCode } from '../../domain/identity/activationCode';
import { useAction } from '../../platform/useAction';
import { Button } from '../../ui/Button';
import { Form } from '../../ui/Form';
import { ErrorState } from '../../ui/Notes';
import { TextField } from '../../ui/TextField';
import { Words } from '../../ui/Words';
import { CodeGroups } from './CodeGroups';
import { comeIn } from './comeIn';
import { PassphraseFields } from './PassphraseFields';
import { type NewPassphrase, passphraseErrors } from './passphraseErrors';

const isWeapp = process.env.TARO_ENV === 'weapp';

interface Errors extends Partial<NewPassphrase> {
  code?: string;
  loginName?: string;
}

/** 启用: the code of the paper card opens WeChat; in a browser it needs the card's login name and sets a passphrase. */
export function ActivateForm({ code: given = '' }: { code?: string }) {
  const [code, setCode] = useState(given);
  const [loginName, setLoginName] = useState('');
  const [passphrase, setPassphrase] = useState<NewPassphrase>({ passphrase: '', again: '' });
  const [errors, setErrors] = useState<Errors>({});
  const activate = useAction('identity.activate');

  const submit = async () => {
    const read = readActivationCode(code);
    const found: Errors = isWeapp ? {} : passphraseErrors(passphrase);
    if (!read) found.code = '激活码是 12 个字母和数字，请对着卡片再看一遍';
    if (!isWeapp && loginName.trim() === '') found.loginName = '请写卡上印的登录名';
    setErrors(found);
    if (!read || Object.keys(found).length > 0) return;
    const door = isWeapp ? {} : { loginName: loginName.trim(), passphrase: passphrase.passphrase };
    const opened = await activate.run({ code: read, ...door });
    if (opened) comeIn(opened);
  };

  return (
    <Form label="启用" onSubmit={() => void submit()}>
      <TextField
        label="激活码"
        hint="照卡上的三组写。大小写、空格和横线都不要紧"
        value={code}
        maxLength={40}
        error={errors.code}
        onChange={setCode}
      />
      <CodeGroups typed={code} />
      {!isWeapp && (
        <>
          <TextField
            label="登录名"
            hint="印在同一张卡上，一个字母加 7 位数字"
            autoComplete="username"
            maxLength={20}
            value={loginName}
            error={errors.loginName}
            onChange={setLoginName}
          />
          <PassphraseFields value={passphrase} errors={errors} onChange={setPassphrase} />
        </>
      )}
      {activate.error && (
        <ErrorState sentence={activate.error.message} requestId={activate.error.requestId} />
      )}
      <Button isSubmit isBusy={activate.isBusy} onPress={() => void submit()}>
        启用
      </Button>
      <Words tone="small">
        一张卡只能用一次，14 天内有效。
        {isWeapp ? '' : '已经在微信里用过这张卡的，请在微信“我的”里打开“在电脑上使用”'}
      </Words>
    </Form>
  );
}
