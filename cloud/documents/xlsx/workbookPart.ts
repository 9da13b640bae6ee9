import { posix } from 'node:path';
import { DocumentRefused } from '../reading';
import { attributeOf, readXml } from '../xml';
import type { ZipParts } from '../zipParts';

export interface WorkbookPart {
  /** In the order of the tabs; the path of each sheet's part. */
  sheets: { name: string; hidden: boolean; path: string }[];
  is1904: boolean;
  sharedStrings: string | null;
  styles: string | null;
}

/** Finds a workbook's parts by their relations, as programs may name them as they like. */
export async function readWorkbookPart(parts: ZipParts): Promise<WorkbookPart> {
  const root = [...(await readRelations(parts, '_rels/.rels', '')).values()];
  const path = root.find(({ type }) => type === 'officeDocument')?.path;
  if (path === undefined || !parts.has(path)) throw new DocumentRefused('document_not_its_name');
  const folder = posix.dirname(path);
  const relations = await readRelations(
    parts,
    posix.join(folder, '_rels', `${posix.basename(path)}.rels`),
    folder,
  );
  const sheets: WorkbookPart['sheets'] = [];
  let is1904 = false;
  let isWorkbook = false;
  await readXml(await parts.open(path), {
    open: (name, attributes) => {
      if (name === 'workbook') isWorkbook = true;
      if (name === 'workbookPr') {
        const flag = attributeOf(attributes, 'date1904');
        is1904 = flag === '1' || flag === 'true';
      }
      if (name !== 'sheet') return;
      const relation = relations.get(relationId(attributes));
      // Charts and macro sheets stand among the tabs but hold no cells.
      if (relation?.type !== 'worksheet') return;
      const state = attributes.state;
      sheets.push({
        name: attributes.name ?? '',
        hidden: state === 'hidden' || state === 'veryHidden',
        path: relation.path,
      });
    },
  });
  // A .docx or .pptx renamed has another root.
  if (!isWorkbook) throw new DocumentRefused('document_not_its_name');
  const find = (type: string) => [...relations.values()].find((one) => one.type === type)?.path ?? null;
  return { sheets, is1904, sharedStrings: find('sharedStrings'), styles: find('styles') };
}

/** `r:id`: the prefix may differ, so the attribute is the one named id under a prefix. */
function relationId(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
}

type Relations = Map<string, { type: string; path: string }>;

async function readRelations(parts: ZipParts, path: string, folder: string): Promise<Relations> {
  const relations: Relations = new Map();
  if (!parts.has(path)) return relations;
  await readXml(await parts.open(path), {
    open: (name, attributes) => {
      // What lies outside the file is not fetched.
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return;
      const target = attributes.Target ?? '';
      relations.set(attributes.Id ?? '', {
        type: posix.basename(attributes.Type ?? ''),
        path: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      });
    },
  });
  return relations;
}
