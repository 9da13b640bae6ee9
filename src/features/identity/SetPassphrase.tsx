import { useState } from 'react';
import { announce } from '../../platform/announce';
import { adoptMe, type Me } from '../../platform/session';
import { useAction } from '../../platform/useAction';
import { Button } from '../../ui/Button';
import { Form } from '../../ui/Form';
import { ErrorState } from '../../ui/Notes';
import { Words } from '../../ui/Words';
import { PassphraseFields } from './PassphraseFields';
import { type NewPassphrase, passphraseErrors } from './passphraseErrors';

const empty: NewPassphrase = { passphrase: '', again: '' };

/** Sets or changes the passphrase that opens this in a browser; every other browser is signed out by it. */
export function SetPassphrase({ me, onDone }: { me: Me; onDone: () => void }) {
  const [value, setValue] = useState(empty);
  const [errors, setErrors] = useState<Partial<NewPassphrase>>({});
  const set = useAction('identity.setPassphrase');

  const submit = async () => {
    const found = passphraseErrors(value);
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    const done = await set.run({ passphrase: value.passphrase });
    if (!done) return;
    setValue(empty);
    adoptMe({ ...me, hasPassphrase: true, loginName: done.loginName });
    announce('口令已设好。请用登录名和口令在电脑上登录');
    onDone();
  };

  return (
    <Form label="口令" onSubmit={() => void submit()}>
      <PassphraseFields value={value} errors={errors} onChange={setValue} />
      {me.hasPassphrase && <Words tone="small">换了口令，别的浏览器会退出，要用新口令再登录</Words>}
      {set.error && <ErrorState sentence={set.error.message} requestId={set.error.requestId} />}
      <Button isSubmit isBusy={set.isBusy} onPress={() => void submit()}>
        {me.hasPassphrase ? '换成这个口令' : '设好口令'}
      </Button>
    </Form>
  );
}
