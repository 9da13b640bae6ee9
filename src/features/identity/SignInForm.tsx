import { useState } from 'react';
import { goTo } from '../../platform/routes';
import { useAction } from '../../platform/useAction';
import { Button } from '../../ui/Button';
import { Form } from '../../ui/Form';
import { ErrorState } from '../../ui/Notes';
import { TextField } from '../../ui/TextField';
import { Words } from '../../ui/Words';
import { comeIn } from './comeIn';

/** 登录 in a browser: login name and passphrase. A forgotten one means a new card. */
export function SignInForm() {
  const [loginName, setLoginName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [errors, setErrors] = useState<{ loginName?: string; passphrase?: string }>({});
  const signIn = useAction('identity.signIn');

  const submit = async () => {
    const found = {
      ...(loginName.trim() === '' && { loginName: '请写登录名，激活卡上印着' }),
      ...(passphrase === '' && { passphrase: '请写口令' }),
    };
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    const opened = await signIn.run({ loginName: loginName.trim(), passphrase });
    if (opened) comeIn(opened);
  };

  return (
    <Form label="登录" onSubmit={() => void submit()}>
      <TextField
        label="登录名"
        hint="激活卡上印着，一个字母加 7 位数字"
        autoComplete="username"
        maxLength={20}
        value={loginName}
        error={errors.loginName}
        onChange={setLoginName}
      />
      <TextField
        label="口令"
        kind="password"
        autoComplete="current-password"
        maxLength={200}
        value={passphrase}
        error={errors.passphrase}
        onChange={setPassphrase}
      />
      {signIn.error && <ErrorState sentence={signIn.error.message} requestId={signIn.error.requestId} />}
      <Button isSubmit isBusy={signIn.isBusy} onPress={() => void submit()}>
        登录
      </Button>
      <Words tone="small">
        还没有设过口令的，请用激活卡；已经在微信里用着的，在“我的”里打开“在电脑上使用”。忘了口令，请书记重发一张激活卡
      </Words>
      <Button kind="quiet" onPress={() => goTo('activate')}>
        用激活卡首次登录
      </Button>
    </Form>
  );
}
