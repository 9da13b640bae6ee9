const sentences = {
  backup_exists: '这个文件已经存在，为免覆盖没有写入。请换一个文件名。',
  backup_not_found: '没有找到这个备份文件。请检查路径。',
  backup_damaged: '备份文件不完整或已损坏，没有恢复任何数据。请换一份备份。',
  backup_newer: '备份来自更新版本的程序，当前程序读不了。请先更新程序，再恢复；没有恢复任何数据。',
  keys_different:
    '这份备份要用另一把密钥打开，没有恢复任何数据。请先把原来的密钥文件放在新的数据文件夹旁边（文件夹名.keys），或用 KEYS 写明原来的密钥，再恢复。',
  schema_different: '数据库的结构与备份不一致，没有恢复任何数据。请在没有结构的空数据库上恢复。',
  database_not_empty:
    '数据库里已有数据，恢复只能用于空的数据库；原有数据没有改动。请换一个空的数据库或新的 DATA_DIR。',
  backup_file_missing:
    '备份文件没有写成：登记在册的一个文件在文件夹里找不到。请检查 FILES_DIR 是否指向正在使用的文件夹。',
} as const;

/** The reason, stable for tests and scripts. */
export type BackupErrorCode = keyof typeof sentences;

/** A backup or a restore did not happen; `message` is a Chinese sentence that says what to do, followed by `detail`. */
export class BackupError extends Error {
  readonly code: BackupErrorCode;

  constructor(code: BackupErrorCode, detail?: string, options?: { cause?: unknown }) {
    super(detail === undefined ? sentences[code] : `${sentences[code]}（${detail}）`, options);
    this.name = 'BackupError';
    this.code = code;
  }
}
