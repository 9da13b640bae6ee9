import { useState } from 'react';
import { announce } from '../../../platform/announce';
import { callCloud } from '../../../platform/callCloud';
import { asCloudError, type CloudError } from '../../../platform/cloudError';
import { saveFile } from '../../../platform/saveFile';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { ErrorState } from '../../../ui/Notes';
import { Words } from '../../../ui/Words';

/** Reviewed questions as files: each can be imported again. A large bank comes in several. */
export function ExportBank({ organisationId }: { organisationId: string }) {
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<CloudError>();
  const save = async (format: 'xlsx' | 'docx') => {
    setBusy(true);
    setError(undefined);
    try {
      let after: string | null | undefined;
      do {
        const { next, ...file } = await callCloud('quiz.exportBank', {
          organisationId,
          format,
          after: after ?? undefined,
        });
        if (!(await saveFile(file))) {
          announce('这台设备不让保存文件，请在电脑上下载');
          return;
        }
        after = next;
      } while (after !== null);
      setOpen(false);
      announce('文件已经保存');
    } catch (failure) {
      setError(asCloudError(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        导出
      </Button>
      {isOpen && (
        <Dialog title="导出题库" onClose={() => setOpen(false)}>
          <Words>
            审核过的题连答案一起存成文件，别的单位可以直接导入。题多时分成几个文件。还没结束的卷子上的题不在里面
          </Words>
          {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
          <Button isBusy={isBusy} onPress={() => void save('xlsx')}>
            存成 Excel 表格
          </Button>
          <Button kind="secondary" isBusy={isBusy} onPress={() => void save('docx')}>
            存成 Word 文档
          </Button>
          <Button kind="quiet" onPress={() => setOpen(false)}>
            先不
          </Button>
        </Dialog>
      )}
    </>
  );
}
