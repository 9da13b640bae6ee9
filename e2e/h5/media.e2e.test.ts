import { mp3Of, pngOf } from '../../cloud/testing/media';
import { lookBehind } from './lookBehind';
import { openStage, type Stage } from './stage';
import { pc, type Visitor } from './visitor';

jest.setTimeout(240_000);

const title = '柜台后面的三次核对';
const whatIsSaid = '大家好，我是检验中心的老药师。今天说说柜台后面的三次核对。';

/** A small picture with a sentence that must not travel on. */
const picture = pngOf(48, 36, [['tEXt', Buffer.from('Comment\0GPS 31.2304N')]]);
/** Long enough that a busy machine presses pause before it is over. */
const recording = mp3Of(90);

let stage: Stage;
let writer: Visitor;
let reviewer: Visitor;
beforeAll(async () => {
  stage = await openStage();
  [writer, reviewer] = await Promise.all([stage.arrive({ viewport: pc }), stage.arrive({ viewport: pc })]);
  await Promise.all([writer.stepInto('叶知秋'), reviewer.stepInto('安如山')]);
});
afterAll(() => stage.close());

/** Chooses a file where a person would, in the browser's own dialog. */
async function give(visitor: Visitor, button: string, name: string, mimeType: string, buffer: Buffer) {
  const [chooser] = await Promise.all([visitor.page.waitForEvent('filechooser'), visitor.press(button)]);
  await chooser.setFiles({ name, mimeType, buffer });
}

/** Pastes as Word and web pages do. */
async function paste(visitor: Visitor, label: string, html: string): Promise<void> {
  await visitor.field(label).evaluate((field, content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', content);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);
}

let pieceId = '';

test('a piece is written with pasted text, a picture and a recording', async () => {
  await writer.goToDesk();
  await writer.press('写一篇', { isPart: true });
  await writer.write('标题', title);
  await writer.write('主题', '药品');
  await paste(
    writer,
    '正文',
    '<html><head><style>p.MsoNormal{}</style></head><body><h1>第一次核对</h1><p class="MsoNormal">&nbsp;&nbsp;看处方上的<b>姓名</b>。<o:p></o:p></p><script>alert(1)</script><p>再看剂量。</p></body></html>',
  );
  expect(await writer.field('正文').inputValue()).toBe('# 第一次核对\n\n看处方上的姓名。\n\n再看剂量。');

  await give(writer, '加一张图片', '柜台.png', 'image/png', picture);
  await writer.field('图上是什么').waitFor();
  await writer.press('存草稿');
  await writer.sees('请写一句图上是什么');
  await writer.write('图上是什么', '药师在柜台核对处方');
  await writer.write('图注', '检验中心的药房');
  await give(writer, '加一段录音', '讲课.mp3', 'audio/mpeg', recording);
  await writer.write('录音里说的话', whatIsSaid);
  await writer.sees(/录音 90 秒，最多 180 秒/);
  await writer.press('录音往上移');
  await writer.write('来源名称', '中华人民共和国药品管理法');
  await writer.press('提交审核');
  await writer.button(title, { isPart: true }).waitFor();
});

test('what is no picture, no recording or too long is refused with a sentence, and nothing of it stays', async () => {
  await writer.desk('晨学稿件');
  await writer.press('写一篇');
  for (const code of ['picture_unreadable', 'audio_too_long', 'file_kind_refused'])
    writer.expectsRefusal(code);
  await give(writer, '加一张图片', '半张.png', 'image/png', picture.subarray(0, 60));
  await writer.sees('这张图片打不开或不完整。请换一张 JPG 或 PNG 图片');
  await give(writer, '加一段录音', '太长.mp3', 'audio/mpeg', mp3Of(200));
  await writer.sees('录音超过 180 秒。请剪短后再传');
  await give(writer, '加一段录音', '网页.mp3', 'audio/mpeg', Buffer.from('<html>'.repeat(99)));
  await writer.sees('这种文件不能上传，或内容和后缀不一致');
  expect(await writer.page.getByLabel('图上是什么').count()).toBe(0);
});

test('the second person sees the picture and hears the recording before passing it', async () => {
  await reviewer.goToDesk();
  await reviewer.desk('晨学稿件');
  await reviewer.press(title, { isPart: true });
  await reviewer.sees(whatIsSaid);
  await seesPicture(reviewer);
  await hears(reviewer);
  await reviewer.press('通过');
  await reviewer.sees('已通过，会告诉写稿的同志');
});

test('a member reads, looks and listens, also without network; nothing says where the picture was taken', async () => {
  // Laid on the Sunday before, which is free, so that it is out now.
  pieceId = await lookBehind(stage.server, async (db) => {
    const { id } = await db
      .updateTable('piece')
      .set({ publish_on: '2026-11-22', publish_at: new Date('2026-11-21T23:30:00.000Z') })
      .where('title', '=', title)
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  });
  const reader = await stage.arrive({ serviceWorkers: 'allow' });
  await reader.stepInto('江晨');
  await reader.shellIsKept();
  const kept = () => reader.page.evaluate(async () => (await (await caches.open('media')).keys()).length);
  // A picture and a recording of this piece, and those of two pieces of the demo.
  await expectSoon(kept, 4);
  await reader.open(`/pages/study/piece/index?pieceId=${pieceId}`);
  await reader.sees(whatIsSaid);
  await reader.sees('检验中心的药房');
  await seesPicture(reader);
  await hears(reader);
  const bytes = await reader.page.evaluate(async () => {
    const image = document.querySelector<HTMLImageElement>('article img');
    return (await fetch(image?.src ?? '')).text();
  });
  expect(bytes).toContain('PNG');
  expect(bytes).not.toContain('GPS');

  await reader.losesNetwork();
  await reader.page.reload();
  await reader.sees(whatIsSaid);
  await seesPicture(reader);
  await hears(reader);
  await reader.findsNetwork();
});

async function seesPicture(visitor: Visitor): Promise<void> {
  // The picture itself: until its address is known a place of the same name is kept for it.
  const image = visitor.page.locator('img[alt="药师在柜台核对处方"]').filter({ visible: true });
  await image.waitFor();
  await image.scrollIntoViewIfNeeded();
  const shown = () =>
    image.evaluate((one) => (one instanceof HTMLImageElement && one.complete ? one.naturalWidth : 0));
  await expectSoon(shown, 48);
}

/** It plays on a press, never by itself; the step back and forward and the hold do what they say. */
async function hears(visitor: Visitor): Promise<void> {
  const player = visitor.page.getByRole('group', { name: '听录音，90 秒' }).filter({ visible: true });
  await player.waitFor();
  expect(await player.innerText()).toContain('0:00 / 1:30');
  await player.getByRole('button', { name: '播放' }).click();
  await player.getByRole('button', { name: '暂停' }).waitFor();
  await player.getByText(/0:(0[1-9]|[1-5]\d) \/ 1:30/).waitFor();
  await player.getByRole('button', { name: '暂停' }).click();
  await player.getByRole('button', { name: '播放' }).waitFor();
  // Ten seconds a step; how far a busy machine had come is not known.
  for (let step = 0; step < 6; step += 1) await player.getByRole('button', { name: '退 10 秒' }).click();
  await player.getByText('0:00 / 1:30').waitFor();
}

async function expectSoon<T>(value: () => Promise<T>, wanted: T): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    if ((await value()) === wanted) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(await value()).toBe(wanted);
}
