import { C, rect, circle, path, line, group, text, many, ellipse, cone } from './shapes.mjs';

const label = (x, y, words, size = 22, fill = C.ink) => text(x, y, words, size, fill, 'font-weight="600" paint-order="stroke" stroke="#F6F4EE" stroke-width="5" stroke-linejoin="round"');
const pin = (x, y, words, fill = C.blue) => group(x, y, 1, path('M0 0 C-16 -20 -20 -28 -20 -36 A20 20 0 0 1 20 -36 C20 -28 16 -20 0 0 Z', fill), circle(0, -36, 14, C.white), text(-7, -28, words, 22, fill, 'font-weight="600"'));

/** 绕行示意图：解放桥 */
export const detourMap = () => rect(-10, -230, 920, 880, '#EFEDE6') + many(7, c => many(5, r => rect(-4 + c * 136, -212 + r * 176, 112, 148, (c + r) % 3 ? '#E7E3D8' : '#E0E8DB', 6))) +
  path('M-10 150 C200 110 330 230 520 190 S800 130 910 180 V280 C800 230 660 270 520 286 S200 210 -10 250 Z', '#B9D6E8') + text(284, 240, '临 江', 28, '#6E9DBC') +
  line('M-10 60 H910', C.white, 26) + line('M-10 370 H910', C.white, 26) + line('M210 -230 V640', C.white, 24) + line('M440 -230 V640', C.white, 30) + line('M730 -230 V640', C.white, 24) +
  line('M440 74 V354', '#C9B9A4', 18) + line('M440 110 V330', C.orange, 9, 'stroke-dasharray="2 18"') + line('M210 120 V300', '#C9B9A4', 16) + line('M730 130 V300', '#C9B9A4', 16) +
  line('M440 372 H212 V62 H430', C.blue, 10) + path('M420 44 L446 62 L420 80 Z', C.blue) + line('M458 372 H730 V62 H480', C.green, 10, 'stroke-dasharray="20 14"') + path('M488 44 L462 62 L488 80 Z', C.green) +
  cone(416, 322, 1) + cone(464, 322, 1) + circle(440, 220, 30, C.orange) + rect(422, 213, 36, 13, C.white, 3) + label(480, 206, '解放桥', 28) + label(480, 240, '封闭一条车道', 22, '#A4571B') + label(40, 226, '新民大桥', 24) + label(760, 324, '柳林大桥', 24) + label(232, 346, '小型车走这边', 22, C.blue) + label(560, 346, '公交、货车', 22, C.leaf) + label(40, 66, '滨江北路', 20) + label(40, 376, '解放大道', 20) + pin(440, 62, '北', C.ink) + pin(440, 378, '南', C.ink);

/** 头盔三步自查图 */
export const helmetSteps = () => rect(-10, -230, 920, 880, '#F4F7FB') + many(3, i => group(160 + i * 290, 190, 1, rect(-130, -170, 260, 340, C.white, 14), circle(-92, -128, 24, C.blue), text(-100, -119, String(i + 1), 26, C.white, 'font-weight="600"'), text(-54, -116, ['看', '扣', '摇'][i], 38, C.ink, 'font-weight="600"'), text(-104, 132, ['外壳没有裂纹', '下巴刚好两根手指', '摇头时盔不跟着转'][i], i === 0 ? 27 : 26, C.ink2))) +
  group(160, 240, .92, path('M-80 0 C-88 -62 -62 -122 4 -122 C62 -122 84 -82 80 -34 L76 -10 Q74 0 62 0 Z', C.blue), path('M-18 -8 Q-22 -46 6 -50 L80 -56 Q86 -30 78 -8 Q76 0 68 0 H-8 Q-16 0 -18 -8 Z', C.ink), line('M-50 -84 l12 14 l-8 12 l14 12', C.white, 4), circle(-38, -66, 32, 'none', `stroke="${C.amber}" stroke-width="7"`), line('M-60 -42 L-84 -16', C.amber, 10)) +
  group(450, 232, 1, circle(0, -40, 46, C.skin), path('M-52 -44 Q-54 -100 0 -100 Q54 -100 52 -44 Z', C.amber), line('M-46 -46 L-8 14 M46 -46 L8 14', C.ink, 6), rect(-14, 8, 28, 14, C.ink, 4), line('M-10 40 V26 M4 40 V26', C.skin2, 9), circle(-16, -38, 4, C.ink), circle(16, -38, 4, C.ink), line('M-10 -18 Q0 -11 10 -18', C.ink, 3)) +
  group(740, 226, 1, circle(0, -40, 46, C.skin), path('M-54 -40 Q-56 -104 0 -104 Q56 -104 54 -40 Z', C.teal), line('M-44 -36 Q-30 10 0 14 Q30 10 44 -36', C.ink, 5), circle(-16, -34, 4, C.ink), circle(16, -34, 4, C.ink), line('M-10 -14 Q0 -7 10 -14', C.ink, 3), line('M-76 -70 q-16 30 0 60 M76 -70 q16 30 0 60', C.blue2, 6), path('M-84 -16 l6 18 l14 -12 Z M84 -16 l-6 18 l-14 -12 Z', C.blue2));

/** 法院短信三步辨真假 */
export const courtSms = () => rect(-10, -230, 920, 880, '#EDEAF5') + ellipse(240, 210, 220, 200, '#E2DDF0') + group(240, 190, 1, rect(-104, -176, 208, 360, C.ink, 26), rect(-92, -158, 184, 322, C.paper, 8), rect(-78, -120, 140, 92, '#E2DDF0', 12), many(4, i => rect(-66, -104 + i * 18, 110 - (i % 2) * 26, 8, '#A8A1CB', 4)), rect(-78, -8, 156, 70, '#FBEBD6', 12), many(3, i => rect(-66, 8 + i * 18, 124 - i * 22, 8, '#D9A76A', 4)), text(30, 92, '?', 44, C.orange, 'font-weight="600"')) +
  many(3, i => group(440, 70 + i * 106, 1, circle(26, 30, 30, '#6A3FA0'), text(17, 41, String(i + 1), 30, C.white, 'font-weight="600"'), text(76, 24, ['看号码', '不点链接', '打电话问'][i], 32, C.ink, 'font-weight="600"'), text(76, 58, ['法院只用统一的短信号码', '不在短信里要银行卡、验证码', '诉讼服务热线 0510-0000-2368'][i], 22, C.ink2)));

/** 停水范围与临时供水点 */
export const waterMap = () => rect(-10, -230, 920, 880, '#EFEDE6') + many(7, c => many(5, r => rect(-4 + c * 140, -216 + r * 166, 118, 142, (c * 2 + r) % 5 === 0 ? '#D8E6D3' : '#E6E2D7', 6))) + many(6, i => line(`M${125 + i * 140} -230 V640`, C.white, 20)) + many(5, i => line(`M-10 ${-62 + i * 166} H910`, C.white, 20)) +
  path('M150 130 H560 V300 H420 V420 H150 Z', C.blue2, 'opacity=".26"') + line('M150 130 H560 V300 H420 V420 H150 Z', C.blue2, 4, 'stroke-dasharray="14 10"') + label(206, 226, '停水范围', 34, C.blue) + label(206, 262, '今天 13:00—23:00', 22, C.blue) +
  [[100, 110], [340, 112], [600, 180], [620, 330], [460, 390], [110, 330], [250, 390]].map(([x, y]) => group(x, y, 1, path('M0 0 C-18 -22 -22 -30 -22 -40 A22 22 0 0 1 22 -40 C22 -30 18 -22 0 0 Z', C.teal), path('M0 -56 C-8 -44 -10 -40 -10 -36 A10 10 0 0 0 10 -36 C10 -40 8 -44 0 -56 Z', C.white))).join('') +
  group(690, 60, 1, rect(0, 0, 186, 96, C.white, 8), path('M26 40 C12 22 8 14 8 8', 'none'), rect(16, 18, 26, 18, C.blue2, 3, 'opacity=".4"'), text(54, 34, '停水', 22, C.ink), circle(29, 66, 11, C.teal), text(54, 74, '临时供水点', 22, C.ink)) + label(640, 300, '城南水厂', 22) + label(16, 92, '人民路', 20) + label(730, 260, '城南大道', 20);
