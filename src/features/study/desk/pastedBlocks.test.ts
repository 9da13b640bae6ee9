import { pastedBlocks } from './pastedBlocks';

const of = (html: string, text = '') => pastedBlocks({ html, text });

test('a page of Word becomes headings, paragraphs and quotations, without its leftovers', () => {
  const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {mso-style-parent:""}</style>
    <!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--></head><body lang=ZH-CN>
    <h1 style='mso-outline-level:1'>能换吗<o:p></o:p></h1>
    <p class=MsoNormal style='text-indent:21.0pt'><span lang=EN-US>&nbsp;</span></p>
    <p class=MsoNormal>\u3000\u3000王阿姨拿着<b>处方</b>\n    去药店买药。<o:p></o:p></p>
    <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>\u00b7<span>&nbsp;&nbsp; </span></span>先问医生</p>
    <p class=MsoListParagraph><span style='mso-list:Ignore'>2.<span>&nbsp;</span></span>再核对</p>
    <blockquote>不得擅自更改<br>或者代用。</blockquote></body></html>`;
  expect(of(word)).toEqual([
    { type: 'heading', text: '能换吗' },
    { type: 'paragraph', text: '王阿姨拿着处方去药店买药。' },
    { type: 'paragraph', text: '先问医生' },
    { type: 'paragraph', text: '2. 再核对' },
    { type: 'quote', text: '不得擅自更改' },
    { type: 'quote', text: '或者代用。' },
  ]);
});

test('a web page leaves its scripts, buttons and the tails of its links behind', () => {
  const page = `<div><script>alert(1)</script><style>p{}</style><button>分享</button><nav>首页</nav>
    <p>看<a href="https://example.cn/?utm_source=x&amp;from=timeline" onclick="evil()">原文</a>。</p>
    <img src=x onerror="evil()"><section><p>第二段</p></section><p hidden>看不见的</p>
    <table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table></div>`;
  expect(of(page).map(({ text }) => text)).toEqual(['看原文。', '第二段', '甲乙', '丙']);
});

test('what is no page is read as text', () => {
  expect(of('', '第一段\n\n第二段').map(({ text }) => text)).toEqual(['第一段', '第二段']);
  expect(of('<img src="x">', '图旁边的字').map(({ text }) => text)).toEqual(['图旁边的字']);
});
