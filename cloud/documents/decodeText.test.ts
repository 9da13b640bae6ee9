import { docxOf, docxParagraph } from '../testing/officeFiles';
import { decodeText } from './decodeText';
import type { TextDocument } from './textDocument';

const texts = ({ paragraphs }: TextDocument) => paragraphs.map(({ text }) => text);
const paragraph = (properties: string, text: string) =>
  docxParagraph(text).replace('<w:p>', `<w:p><w:pPr>${properties}</w:pPr>`);

describe('.txt', () => {
  it.each([
    ['utf-8', Buffer.from('党章\n第一条')],
    ['utf-8', Buffer.from('\ufeff党章\r\n\r\n　　第一条  ')],
    ['gb18030', Buffer.from([0xb5, 0xb3, 0xd5, 0xc2, 0x0a, 0xb5, 0xda, 0xd2, 0xbb, 0xcc, 0xf5])],
    ['utf-16le', Buffer.from('\ufeff党章\n第一条', 'utf16le')],
    ['utf-16be', Buffer.from('\ufeff党章\n第一条', 'utf16le').swap16()],
    ['utf-16le', Buffer.from('党章\n第一条', 'utf16le')],
  ])('in %s is read line by line', async (encoding, content) => {
    const document = await decodeText(content, '党章.TXT');
    expect([document.kind, document.encoding]).toEqual(['txt', encoding]);
    expect(texts(document)).toEqual(['党章', '第一条']);
  });

  it('loses only the last character when the file ends in the middle of it', async () => {
    const whole = Buffer.from('党章第一条');
    for (const cut of [1, 2]) {
      expect(texts(await decodeText(whole.subarray(0, -cut), 'a.txt'))).toEqual(['党章第一']);
    }
  });

  it('takes two bytes of GB18030 for what they are', async () => {
    expect(texts(await decodeText(Buffer.from([0xb5, 0xb3]), 'a.txt'))).toEqual(['党']);
  });

  it('reads two million characters in a moment', async () => {
    const line = `${'学'.repeat(99)}\n`;
    const started = Date.now();
    const document = await decodeText(Buffer.from(line.repeat(20_000)), 'a.txt');
    expect(document.paragraphs).toHaveLength(20_000);
    // Linear work of some 50 ms; a quadratic one takes minutes.
    expect(Date.now() - started).toBeLessThan(5000);
  });
});

it('.md: headings have their level, remarks are gone, everything else stays as it is written', async () => {
  const document = await decodeText(
    Buffer.from('# 计量法\n<!-- INFO\nEND -->\n## 第一章 总则 ##\n第一条 *为了*\n#不是标题\n<!-- 没完'),
    'a.md',
  );
  expect(document.paragraphs.map(({ text, heading }) => [heading, text])).toEqual([
    [1, '计量法'],
    [2, '第一章 总则'],
    [null, '第一条 *为了*'],
    [null, '#不是标题'],
    [null, '<!-- 没完'],
  ]);
});

describe('.docx', () => {
  it('gives paragraphs in order, tables and text boxes too, with soft breaks and tabs', async () => {
    const box =
      '<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>外</w:t></w:r></w:p>';
    const document = await decodeText(
      docxOf(
        `${docxParagraph('一')}<w:tbl><w:tr><w:tc>${docxParagraph('格')}</w:tc></w:tr></w:tbl><w:p/>${box}<w:p><w:r><w:t>上</w:t><w:br/><w:t>下</w:t><w:tab/><w:t>右 </w:t></w:r></w:p>`,
      ),
      'a.docx',
    );
    expect(texts(document)).toEqual(['一', '格', '框', '外', '上\n下\t右']);
  });

  it('leaves out what was deleted with changes tracked, field codes and hidden remarks', async () => {
    const body =
      '<w:p><w:r><w:t>留</w:t></w:r><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:ins><w:r><w:t>加</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>';
    expect(texts(await decodeText(docxOf(body), 'a.docx'))).toEqual(['留加']);
  });

  it('knows headings by the outline level of their style, of the style below it, or their own', async () => {
    const styles =
      '<w:styles xmlns:w="w"><w:style w:styleId="1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:styleId="my"><w:basedOn w:val="1"/></w:style><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>';
    const body = [
      paragraph('<w:pStyle w:val="1"/>', '一级'),
      paragraph('<w:pStyle w:val="my"/>', '也是一级'),
      paragraph('<w:outlineLvl w:val="1"/>', '二级'),
      paragraph('<w:outlineLvl w:val="9"/>', '正文'),
      paragraph('<w:pStyle w:val="a"/>', '绕圈的样式'),
    ].join('');
    const document = await decodeText(docxOf(body, [{ path: 'word/styles.xml', content: styles }]), 'a.docx');
    expect(document.paragraphs.map(({ heading }) => heading)).toEqual([1, 1, 2, null, null]);
  });

  it('counts the numbers that Word draws: articles, levels below, a list that begins anew', async () => {
    const level = (at: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '第%1条')}${level(1, 'decimal', '（%1.%2）')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '·')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="20"/></w:lvlOverride></w:num></w:numbering>`;
    const item = (numId: number, at: number) =>
      paragraph(`<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${numId}"/></w:numPr>`, '文');
    const body = [
      item(1, 0),
      item(1, 1),
      item(1, 1),
      item(1, 0),
      item(1, 1),
      item(2, 0),
      item(3, 0),
      item(0, 0),
    ];
    const document = await decodeText(
      docxOf(body.join(''), [{ path: 'word/numbering.xml', content: numbering }]),
      'a.docx',
    );
    expect(document.paragraphs.map((one) => one.numbering)).toEqual([
      '第一条',
      '（一.1）',
      '（一.2）',
      '第二条',
      '（二.1）',
      null,
      '第二十条',
      null,
    ]);
  });

  it('tells runs of another look, which join to the text', async () => {
    const run = (look: string, text: string) =>
      `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const body = `<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr>${run('', ' 答案：')}${run('<w:color w:val="ff0000"/><w:b/>', 'A')}${run('<w:b w:val="0"/><w:color w:val="auto"/>', '、')}${run('<w:highlight w:val="yellow"/>', 'B ')}</w:p>`;
    const [one] = (await decodeText(docxOf(body), 'a.docx')).paragraphs;
    expect(one?.runs).toEqual([
      { text: '答案：' },
      { text: 'A', bold: true, color: 'FF0000' },
      { text: '、' },
      { text: 'B', highlight: 'yellow' },
    ]);
    expect(one?.runs?.map(({ text }) => text).join('')).toBe(one?.text);
  });
});

describe('.docx with signs and changes', () => {
  const body = async (xml: string) => texts(await decodeText(docxOf(`<w:p>${xml}</w:p>`), 'a.docx'));

  it('reads ticks, crosses and boxes that fonts of symbols draw', async () => {
    expect(
      await body('<w:r><w:t>甲</w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'),
    ).toEqual(['甲√']);
    expect(await body('<w:r><w:sym w:font="Wingdings 2" w:char="F04F"/></w:r>')).toEqual(['×']);
    expect(await body('<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>甲ü</w:t></w:r>')).toEqual([
      '甲√',
    ]);
    expect(await body('<w:r><w:t>\uf0fe甲</w:t></w:r>')).toEqual(['☑甲']);
    // A sign that is not known is left out, or stays as it is in text.
    expect(await body('<w:r><w:t>甲</w:t></w:r><w:r><w:sym w:font="Webdings" w:char="F041"/></w:r>')).toEqual(
      ['甲'],
    );
  });

  it('leaves out what was moved elsewhere with changes tracked', async () => {
    expect(
      await body(
        '<w:moveFrom><w:r><w:t>答案：D</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>答案：B</w:t></w:r></w:moveTo>',
      ),
    ).toEqual(['答案：B']);
  });
});

describe('.docx with lists of styles and words struck through', () => {
  it('numbers paragraphs whose style does, itself or by the one it rests on; their own list counts more', async () => {
    const numbering =
      '<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>';
    const styles =
      '<w:styles xmlns:w="w"><w:style w:styleId="Q"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="O"><w:basedOn w:val="Q"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style></w:styles>';
    const of = (style: string, text: string, more = '') =>
      paragraph(`<w:pStyle w:val="${style}"/>${more}`, text);
    const body = [
      of('Q', '甲'),
      of('O', '乙'),
      of('O', '丙'),
      of('Q', '丁'),
      of('Q', '戊', '<w:numPr><w:numId w:val="0"/></w:numPr>'),
    ];
    const document = await decodeText(
      docxOf(body.join(''), [
        { path: 'word/numbering.xml', content: numbering },
        { path: 'word/styles.xml', content: styles },
      ]),
      'a.docx',
    );
    expect(document.paragraphs.map((one) => one.numbering)).toEqual(['1、', 'A.', 'B.', '2、', null]);
  });

  it('takes back what is struck through beside words that are not; a whole paragraph stays', async () => {
    const struck = (text: string) => `<w:r><w:rPr><w:strike/></w:rPr><w:t>${text}</w:t></w:r>`;
    const body = `<w:p><w:r><w:t>答案：</w:t></w:r>${struck('A')}<w:r><w:t>B</w:t></w:r></w:p><w:p>${struck('C. 丙')}</w:p>`;
    expect(texts(await decodeText(docxOf(body), 'a.docx'))).toEqual(['答案：B', 'C. 丙']);
  });
});
