import { ActivateForm } from '../../../features/identity/ActivateForm';
import { useRouteParams } from '../../../platform/routes';
import { Screen } from '../../../ui/Screen';

/** 启用: the code of the activation card. */
export default function ActivatePage() {
  const { code } = useRouteParams('activate');
  return (
    <Screen title="启用">
      <ActivateForm code={code} />
    </Screen>
  );
}
