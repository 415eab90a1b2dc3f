import { C, rect, circle, ellipse, path, line, group, flip, text, many, stage, cloud, sun, hills, tree, pine, bush, shadow, person, car, bus, cone, block, skyline, bubble } from './shapes.mjs';

/** 解放桥封闭一条车道 */
export const bridge = () => stage('#DFEAF6', '#A9C6E0', 262) + sun(742, 70, 34) + cloud(180, 60, 1.2) + cloud(520, 36, .8) + cloud(690, -110, 1.5) + cloud(260, -90, 1.3) +
  skyline(262, '#C3D3E4', 3) + rect(-10, 262, 920, 380, '#A9C6E0') +
  many(12, i => line(`M${30 + (i * 157) % 860} ${322 + (i * 41) % 230} h${36 + (i * 17) % 40}`, '#C6DBEE', 4)) +
  rect(214, 60, 16, 240, C.ink2) + rect(674, 60, 16, 240, C.ink2) + rect(206, 290, 32, 60, C.steel) + rect(666, 290, 32, 60, C.steel) +
  many(9, i => line(`M222 ${70} L${20 + i * 24} 236`, C.steel, 2)) + many(9, i => line(`M222 70 L${244 + i * 24} 236`, C.steel, 2)) +
  many(9, i => line(`M682 70 L${462 + i * 24} 236`, C.steel, 2)) + many(9, i => line(`M682 70 L${704 + i * 24} 236`, C.steel, 2)) +
  rect(-10, 234, 920, 30, C.ink2) + rect(-10, 234, 920, 5, C.mist) + many(20, i => rect(-10 + i * 48, 251, 26, 3, C.white, 0, 'opacity=".5"')) +
  car(110, 248, .8, C.amber) + car(300, 248, .8, C.white, '#B9CDE4') + car(432, 248, .8, C.blue) +
  many(5, i => cone(520 + i * 44, 252, .8)) + rect(742, 196, 74, 40, C.amber, 4) + path('M756 222 l14 -16 v9 h26 v14 h-26 v9 Z', C.ink) + line('M760 252 V236 M798 252 V236', C.ink, 4) +
  person(716, 252, .62, { coat: C.orange, stripe: C.amber2, hard: C.amber, right: [34, -66] });

/** 雾天高速 */
export const fog = () => stage('#D5DEE8', '#BFCBD8', 190) + circle(250, 66, 40, '#EEF2F6') + hills(190, '#C5D0DC', 60) +
  path('M430 190 L470 190 L860 640 L40 640 Z', '#7C8B9C') + path('M448 190 H452 L470 640 H430 Z', '#E9EEF3', 'opacity=".0"') +
  many(6, i => path(`M${448 - i * 2} ${206 + i * i * 13} h${4 + i * 4} l${2 + i} ${8 + i * 6} h-${8 + i * 6} Z`, '#E9EEF3')) +
  line('M430 190 L40 640', '#EDF1F5', 5) + line('M470 190 L860 640', '#EDF1F5', 5) +
  rect(620, 96, 10, 190, C.steel) + rect(520, 70, 210, 70, C.leaf, 6) + rect(526, 76, 198, 58, C.leaf, 4, 'stroke="#fff" stroke-width="2"') + text(542, 116, '雾区慢行', 38, C.white, 'font-weight="600"') +
  rect(-10, 150, 920, 46, '#E7EDF3', 0, 'opacity=".75"') +
  group(404, 300, 1, shadow(0, 2, 56), rect(-48, -62, 96, 56, C.blue, 12), path('M-40 -58 L-30 -84 H30 L40 -58 Z', '#33507C'), path('M-32 -60 L-24 -78 H24 L32 -60 Z', '#C9D8E8'), rect(-46, -44, 18, 12, C.orange, 3), rect(28, -44, 18, 12, C.orange, 3), rect(-22, -32, 44, 12, C.white, 2), rect(-44, -8, 16, 14, C.ink, 3), rect(28, -8, 16, 14, C.ink, 3), circle(-37, -38, 26, C.amber, 'opacity=".25"'), circle(37, -38, 26, C.amber, 'opacity=".25"')) +
  group(540, 236, .5, rect(-48, -62, 96, 56, '#9AA9B8', 12), path('M-40 -58 L-30 -84 H30 L40 -58 Z', '#8B9BAB'), rect(-46, -44, 18, 12, C.amber, 3), rect(28, -44, 18, 12, C.amber, 3)) +
  rect(-10, 232, 920, 22, '#E7EDF3', 0, 'opacity=".55"') + ellipse(160, 318, 300, 22, '#EDF2F6', 'opacity=".6"') + ellipse(760, 340, 300, 24, '#EDF2F6', 'opacity=".6"') + ellipse(180, 120, 260, 20, '#EDF2F6', 'opacity=".7"');

/** 公交与站台 */
export const busStop = () => stage('#E4EEF3', '#B9C4CF', 268) + cloud(120, 40, 1) + cloud(640, 64, 1.3) + cloud(400, -100, 1.6) +
  block(20, 268, 130, 180, '#C9D8DE') + block(170, 268, 96, 130, '#D7E2E2') + block(620, 268, 120, 210, '#C9D8DE', { rows: 6 }) + block(760, 268, 140, 150, '#D7E2E2') +
  rect(-10, 262, 920, 22, '#DDE3E8') + rect(-10, 284, 920, 3, C.steel) + many(9, i => rect(10 + i * 110, 346, 60, 6, C.white, 3, 'opacity=".7"')) +
  bus(330, 336, 1.35, C.teal) + rect(238, 216, 120, 22, C.ink, 4) + text(256, 234, '12 路 北站', 18, C.amber2, 'font-weight="600"') +
  rect(590, 130, 230, 12, C.ink2, 5) + rect(602, 140, 8, 146, C.steel) + rect(798, 140, 8, 146, C.steel) + rect(618, 152, 172, 90, '#F2F7FA', 4, 'opacity=".75"') + rect(640, 256, 120, 8, C.wood, 3) +
  rect(844, 150, 8, 136, C.steel) + circle(848, 140, 24, C.teal) + text(836, 150, '站', 24, C.white, 'font-weight="600"') +
  person(560, 300, .95, { coat: C.amber, skirt: true, pants: C.ink2, long: true, bag: { side: 'left', color: C.rose }, left: [-30, -60] }) + person(668, 290, .9, { coat: C.violet, hair: '#B8BEC6' }) + person(726, 292, .64, { coat: C.green, bag: { side: 'right', color: C.orange } });

/** 校门口 */
export const schoolGate = () => stage('#E2EEF7', '#CDD9DF', 280) + sun(80, 52, 28) + cloud(300, 44, 1.1) + cloud(760, 70, 1) + cloud(560, -110, 1.5) + cloud(150, -90, 1.2) +
  block(210, 280, 480, 170, '#F1E3CC', { cols: 10, rows: 3, pane: '#8FB4D6', opacity: .8, ph: .55 }) + rect(200, 100, 500, 16, C.brick) + rect(392, 70, 116, 54, C.brick, 4) + circle(450, 94, 17, C.white) + line('M450 94 V84 M450 94 L457 98', C.ink, 3) +
  tree(140, 284, 1.15) + tree(770, 284, 1.15, C.green2) + tree(60, 284, .8, C.green2) + tree(850, 284, .85) +
  rect(250, 190, 36, 96, C.sand) + rect(612, 190, 36, 96, C.sand) + rect(244, 182, 48, 12, C.brick, 3) + rect(606, 182, 48, 12, C.brick, 3) + rect(286, 190, 326, 12, C.ink2, 3) + text(384, 180, '青山小学', 30, C.brick, 'font-weight="600"') +
  many(7, i => line(`M${300 + i * 10} 284 V212`, C.steel, 3)) + many(7, i => line(`M${540 + i * 10} 284 V212`, C.steel, 3)) +
  many(7, i => rect(300 + i * 46, 316, 28, 60, C.white, 2, 'opacity=".85"')) +
  person(412, 318, .66, { coat: C.blue, bag: { side: 'left', color: C.amber }, right: [24, -60] }) + person(470, 314, .62, { coat: C.rose, skirt: true, pants: C.violet, long: true, bag: { side: 'right', color: C.green } }) + person(530, 320, .66, { coat: C.amber, bag: { side: 'left', color: C.blue } }) +
  person(322, 330, .98, { coat: '#C9DA4C', stripe: C.white, cap: C.ink, left: [-50, -74] }) + group(266, 256, 1, circle(0, -2, 18, C.blue), text(-12, 7, '停', 24, C.white, 'font-weight="600"')) +
  person(624, 330, .96, { coat: C.teal, long: true }) + car(800, 352, .9, C.blue2);

/** 法院 */
export const court = () => stage('#E8E6F2', '#D5D2E2', 300) + cloud(150, 60, 1.1) + cloud(770, 46, 1.2) + cloud(420, -110, 1.6) +
  pine(70, 306, 1.3) + pine(130, 308, 1) + pine(830, 306, 1.3) + pine(770, 308, 1) +
  path('M450 34 L690 118 H210 Z', '#8B83B3') + path('M450 56 L630 112 H270 Z', '#A8A1CB') + rect(214, 118, 472, 22, '#766D9F') +
  many(6, i => rect(238 + i * 78, 140, 34, 136, '#F3F1F8', 3) + rect(232 + i * 78, 138, 46, 10, '#DAD6E8', 2) + rect(232 + i * 78, 268, 46, 10, '#DAD6E8', 2)) +
  rect(410, 176, 80, 102, '#5A5280', 3) + line('M450 180 V276', '#766D9F', 3) + circle(442, 230, 3, C.amber) + circle(458, 230, 3, C.amber) +
  rect(200, 278, 500, 12, '#C4BFD9') + rect(180, 290, 540, 12, '#B3ADCC') + rect(160, 302, 580, 14, '#A29BBF') +
  group(450, 98, .62, line('M0 12 V-40', C.amber, 6), line('M-40 -34 H40', C.amber, 5), circle(0, -42, 6, C.amber), path('M-54 -8 H-26 Q-40 8 -54 -8 Z', C.amber), path('M26 -8 H54 Q40 8 26 -8 Z', C.amber), line('M-40 -34 L-53 -8 M-40 -34 L-27 -8 M40 -34 L27 -8 M40 -34 L53 -8', C.amber, 2)) +
  person(330, 344, .8, { coat: C.ink2 }) + person(374, 346, .78, { coat: C.amber, long: true, right: [30, -56] }) + rect(384, 298, 17, 22, C.paper, 2) + person(590, 344, .8, { coat: C.violet, hair: '#B8BEC6' });

/** 打疫苗 */
export const clinic = () => stage('#F3EDF1', '#DCCFD8', 306) + rect(60, 30, 190, 130, '#CFE3F1', 6) + rect(60, -60, 190, 60, '#E7DBE3', 6) + line('M155 30 V160 M60 95 H250', C.white, 6) + cloud(120, 76, .6) + tree(222, 158, .6, C.green2) +
  rect(650, 40, 190, 130, C.white, 6) + rect(664, 58, 90, 8, C.rose, 3) + many(4, i => rect(664, 80 + i * 20, 150 - (i % 2) * 34, 6, '#DCCFD8', 3)) +
  rect(610, 222, 210, 12, C.white, 3) + rect(630, 234, 10, 74, C.steel) + rect(790, 234, 10, 74, C.steel) + rect(700, 176, 80, 46, C.blue3, 5) + rect(706, 182, 68, 10, C.white, 3) + text(718, 214, '疫苗', 20, C.ink, 'font-weight="600"') + many(3, i => rect(636 + i * 18, 196, 10, 26, C.paper, 3) + rect(636 + i * 18, 192, 10, 8, C.rose, 2)) +
  rect(330, 252, 90, 12, C.wood, 4) + rect(338, 262, 8, 60, C.wood2) + rect(404, 262, 8, 60, C.wood2) + rect(322, 178, 10, 84, C.wood, 4) +
  group(372, 322, 1.5, path('M-16 -44 Q-14 -48 18 -46 Q34 -44 34 -30 V-4', 'none'), line('M0 -46 H26 V-6', C.ink2, 13), line('M24 -2 H34', C.ink, 6), path('M-16 -42 V-72 Q-16 -82 -6 -82 H6 Q16 -82 16 -72 V-42 Z', C.amber), line('M13 -72 Q26 -66 38 -58', C.skin, 9), circle(39, -58, 5, C.skin), rect(-4, -90, 8, 10, C.skin, 3), circle(0, -99, 12.5, C.skin), path('M-13.5 -98 Q-14 -114 0 -114 Q14 -114 13.5 -98 Q8 -106 0 -106 Q-8 -106 -13.5 -98 Z', C.hair), line('M4 -93 Q7 -91 9 -94', C.ink2, 1.6)) +
  group(510, 330, 1.62, shadow(0, 1, 24, 5), line('M-7 -42 L-8 -4 M7 -42 L8 -4', '#C8D6E4', 12), line('M-12 -2 H-6 M6 -2 H13', C.ink, 6), path('M-17 -34 V-70 Q-17 -80 -6 -80 H6 Q17 -80 17 -70 V-34 Z', C.white), line('M-13 -73 Q-26 -66 -44 -66', C.white, 9), circle(-45, -66, 5, C.skin), line('M13 -73 Q22 -58 12 -46', C.white, 9), rect(-4, -88, 8, 10, C.skin, 3), circle(0, -97, 12.5, C.skin), path('M-14 -98 Q-18 -84 -12 -82 L-10 -98 Z M14 -98 Q18 -84 12 -82 L10 -98 Z', C.hair), path('M-13.5 -98 Q-14 -112 0 -112 Q14 -112 13.5 -98 Q0 -106 -13.5 -98 Z', C.hair), path('M-10 -94 H10 Q10 -84 0 -84 Q-10 -84 -10 -94 Z', '#CFE3F1'), path('M-9 -112 H9 L7 -106 H-7 Z', C.white), line('M0 -64 V-54 M-5 -59 H5', C.rose, 3)) +
  group(424, 222, 1, rect(-10, -4, 26, 9, C.blue3, 3), line('M16 0 H26', C.ink2, 3), line('M-10 0 H-18', C.steel, 2));

/** 供水抢修 */
export const waterPipe = () => stage('#DDE9F3', '#C7B296', 214) + cloud(140, 50, 1) + cloud(620, 40, 1.2) + cloud(330, -110, 1.5) + skyline(214, '#C6D4E2', 2) +
  rect(-10, 206, 920, 12, '#94A2B0') + rect(-10, 218, 920, 420, '#B89B77') + path('M210 218 H640 L606 336 H248 Z', '#8D7355') + rect(-10, 336, 920, 300, '#A5875F', 0, 'opacity=".45"') +
  many(18, i => circle(20 + (i * 131) % 880, 370 + (i * 53) % 220, 5 + (i % 3) * 3, '#9A7E59', 'opacity=".6"')) +
  rect(-10, 268, 390, 44, '#5B84A8', 0) + rect(500, 268, 420, 44, '#5B84A8', 0) + rect(-10, 274, 390, 8, '#86A9C6') + rect(500, 274, 420, 8, '#86A9C6') + rect(356, 260, 26, 60, C.ink2, 4) + rect(498, 260, 26, 60, C.ink2, 4) + rect(392, 268, 96, 44, '#6F97BA', 4) + rect(392, 274, 96, 8, '#9ABBD6') +
  path('M440 322 C432 336 430 342 430 347 A10 10 0 0 0 450 347 C450 342 448 336 440 322 Z', C.blue2) + path('M470 316 C464 326 463 330 463 334 A7 7 0 0 0 477 334 C477 330 476 326 470 316 Z', C.blue2) +
  person(330, 330, .92, { coat: C.orange, stripe: C.amber2, hard: C.amber, pants: C.ink2, right: [40, -44] }) + line('M366 290 L396 282', C.ink, 6) + flip(566, person(566, 330, .92, { coat: C.blue, stripe: C.amber2, hard: C.white, pants: C.ink2, right: [44, -50] })) + line('M528 284 L500 284', C.ink, 6) +
  cone(180, 208, .95) + cone(668, 208, .95) + rect(704, 128, 118, 56, C.amber, 5) + rect(710, 134, 106, 44, C.amber2, 3) + text(722, 166, '抢修中', 29, C.ink, 'font-weight="600"') + line('M724 208 V184 M802 208 V184', C.ink2, 5) +
  group(90, 206, .9, rect(-60, -60, 84, 48, C.white, 5), path('M24 -50 H50 L66 -32 V-12 H24 Z', C.blue), path('M32 -44 H47 L58 -32 H32 Z', '#CFE0F0'), circle(-36, -10, 12, C.ink), circle(42, -10, 12, C.ink), rect(-50, -46, 62, 14, C.blue3, 3));

/** 夜市 */
export const nightMarket = () => stage(C.night, '#3A3550', 292) + many(34, i => circle((i * 197) % 900, -200 + (i * 83) % 300, 1.2 + (i % 3) * .6, '#DCE4F2', 'opacity=".7"')) + circle(788, 50, 26, '#F4E7C1') + circle(777, 44, 23, C.night) +
  skyline(292, C.night2, 4) + many(30, i => rect(14 + (i * 61) % 880, 212 + (i * 29) % 66, 6, 8, C.amber, 1, 'opacity=".5"')) +
  line('M-10 60 Q220 118 450 74 T910 64', '#6A6488', 2) + many(12, i => group(30 + i * 76, 78 + Math.sin(i * 1.05 + .4) * 15, 1, circle(0, 12, 34, C.amber, 'opacity=".13"'), ellipse(0, 12, 15, 17, i % 3 === 1 ? C.orange : C.amber), rect(-6, -7, 12, 4, C.wood2), rect(-6, 27, 12, 4, C.wood2), line('M0 31 V40', C.amber2, 2))) +
  person(110, 298, .86, { coat: C.paper, cap: C.paper }) + person(410, 298, .86, { coat: C.rose, long: true }) + person(756, 298, .86, { coat: C.green }) +
  many(3, i => group(150 + i * 290, 318, 1, rect(-100, -84, 200, 84, ['#7A5C48', '#5B6785', '#6C5A7A'][i], 4), rect(-96, -152, 6, 70, C.wood2), rect(90, -152, 6, 70, C.wood2),
    many(8, k => path(`M${-112 + k * 28} -178 h28 v26 a14 12 0 0 1 -28 0 Z`, k % 2 ? C.paper : [C.orange, C.blue2, C.green][i])), circle(0, -118, 50, C.amber2, 'opacity=".1"'))) +
  many(3, i => group(150 + i * 290, 318, 1, rect(-104, -72, 208, 14, C.wood, 3), many(5, k => ellipse(-76 + k * 38, -76, 14, 7, [C.amber2, C.green3, C.rose, C.paper, C.orange][(k + i) % 5])))) +
  line('M204 216 q-6 -14 2 -24 q6 -12 0 -22', '#DCE4F2', 3, 'opacity=".5"') + line('M494 220 q-6 -14 2 -24 q6 -12 0 -22', '#DCE4F2', 3, 'opacity=".5"') +
  person(290, 366, 1, { coat: C.blue, right: [26, -56] }) + person(330, 368, .96, { coat: C.amber, long: true, skirt: true, pants: C.violet }) + person(588, 366, 1, { coat: C.teal }) + person(630, 370, .64, { coat: C.orange }) + person(860, 364, .98, { coat: C.violet, hair: '#B8BEC6' });

/** 政务大厅 */
export const serviceHall = () => stage('#E9EEF4', '#D2DAE3', 300) + rect(-10, -230, 920, 290, '#F3F6FA') + many(4, i => rect(70 + i * 210, 26, 150, 36, C.blue, 4) + text(96 + i * 210, 52, ['1 社保', '2 户籍', '3 税务', '4 不动产'][i], 22, C.white, 'font-weight="600"')) + many(5, i => rect(60 + i * 190, -140, 120, 20, '#FFFFFF', 4)) +
  rect(40, 206, 820, 100, C.wood, 4) + rect(30, 196, 840, 16, '#D6B48A', 4) + many(3, i => rect(240 + i * 210, 96, 6, 102, C.steel)) +
  many(4, i => person(120 + i * 210, 262, .95, { coat: [C.ink2, C.blue, C.ink2, C.blue][i], long: i % 2 === 0 })) + rect(40, 212, 820, 94, C.wood, 0) + many(4, i => rect(150 + i * 210, 166, 44, 30, C.ink, 3) + rect(154 + i * 210, 170, 36, 22, C.blue3, 2)) + rect(30, 196, 840, 16, '#D6B48A', 4) + many(4, i => rect(64 + i * 210, 228, 120, 58, '#C9A47A', 4)) +
  person(176, 356, 1.12, { coat: C.amber, long: true, skirt: true, pants: C.ink2, right: [26, -64] }) + person(388, 356, 1.12, { coat: C.green, hair: '#B8BEC6', left: [-26, -64] }) + person(620, 358, 1.12, { coat: C.rose, right: [26, -58] }) + person(672, 362, .72, { coat: C.teal }) + group(800, 360, 1, rect(-24, -110, 48, 110, C.ink2, 6), rect(-17, -102, 34, 30, C.blue3, 3), rect(-12, -58, 24, 6, C.paper, 2), rect(-9, -58, 18, 26, C.white, 1));

/** 招聘会 */
export const jobFair = () => stage('#E6F0EF', '#CBD8D6', 284) + rect(-10, -230, 920, 300, '#F1F7F6') + many(7, i => line(`M${-10 + i * 150} 0 L${140 + i * 150} 0 L${65 + i * 150} 40 Z`, '#D4E3E1', 3)) +
  many(4, i => group(120 + i * 222, 300, 1, rect(-88, -176, 176, 60, [C.teal, C.blue, C.green, C.violet][i], 4), text(-66, -138, ['智能制造', '文旅服务', '医养护理', '电商物流'][i], 32, C.white, 'font-weight="600"'), rect(-84, -116, 6, 116, C.steel), rect(78, -116, 6, 116, C.steel), rect(-84, -116, 168, 66, '#FFFFFF', 0, 'opacity=".65"'))) +
  many(4, i => person(96 + i * 222, 298, .84, { coat: [C.ink2, C.rose, C.paper, C.ink2][i], long: i % 2 === 1 })) +
  many(4, i => group(120 + i * 222, 300, 1, rect(-84, -50, 168, 52, ['#BFDAD7', '#BED2EC', '#C3DECB', '#D3CBE5'][i], 3), rect(-88, -56, 176, 10, C.paper, 3), rect(-30, -64, 30, 8, C.white, 1), rect(10, -62, 24, 6, C.amber2, 1))) +
  person(170, 362, 1.06, { coat: C.blue, left: [-28, -66] }) + person(300, 360, 1.04, { coat: C.amber, long: true, skirt: true, pants: C.ink }) + person(420, 362, 1.06, { coat: C.teal, right: [28, -66] }) + person(560, 362, 1.02, { coat: C.orange, bag: { side: 'left', color: C.ink2 } }) + person(720, 360, 1.06, { coat: C.violet, long: true, left: [-28, -66] }) + person(840, 362, 1.04, { coat: C.green });

/** 老旧小区加装电梯 */
export const elevator = () => stage('#E9EEF2', '#C9D3C8', 300) + sun(800, 56, 28) + cloud(160, 40, 1.1) + cloud(640, -90, 1.5) + cloud(240, -120, 1.2) +
  block(70, 304, 330, 240, '#E7D3BE', { cols: 6, rows: 6, pane: '#8CA9C2', opacity: .85, ph: .46 }) + rect(60, 58, 350, 10, C.brick) + block(560, 304, 300, 210, '#DCCBB8', { cols: 6, rows: 5, pane: '#8CA9C2', opacity: .85, ph: .46 }) + rect(550, 88, 320, 10, C.brick) +
  rect(404, 46, 92, 258, '#BFD8EA', 3, 'opacity=".85"') + line('M404 46 V304 M496 46 V304 M450 46 V304', C.ink2, 4) + many(6, i => line(`M404 ${46 + i * 43} H496`, C.ink2, 3)) + rect(412, 182, 76, 60, C.amber2, 3) + person(436, 238, .5, { coat: C.rose, hair: '#B8BEC6' }) + person(464, 238, .5, { coat: C.blue }) + rect(396, 36, 108, 12, C.ink2, 3) +
  many(6, i => rect(396, 80 + i * 40, 10, 8, C.ink2)) + rect(400, 300, 100, 8, C.steel) + tree(530, 312, .8, C.green2) + tree(40, 312, .9) + bush(610, 314, 1) + bush(760, 316, 1.2, C.green) +
  person(300, 356, .98, { coat: C.violet, hair: '#C3C8CF', right: [26, -40] }) + line('M326 318 V352', C.wood2, 4) + person(352, 356, .94, { coat: C.teal, long: true, left: [-24, -52] }) + person(640, 352, .92, { coat: C.amber, right: [30, -62] });

/** 电动自行车充电棚 */
export const charging = () => stage('#E6EDF4', '#C8D1DA', 290) + block(20, 290, 200, 230, '#D5DEE8') + block(660, 290, 220, 190, '#DDE4EC') + cloud(420, 36, 1.1) + cloud(250, -100, 1.6) +
  path('M150 120 H760 L790 150 H120 Z', C.blue) + rect(160, 150, 10, 180, C.steel) + rect(740, 150, 10, 180, C.steel) + rect(452, 150, 8, 60, C.steel) + rect(176, 176, 558, 60, '#F7FAFC', 3, 'opacity=".8"') +
  many(5, i => group(232 + i * 110, 206, 1, rect(-16, -22, 32, 44, C.ink2, 5), rect(-10, -16, 20, 12, i === 2 ? C.amber : '#7DD3A4', 2), path('M2 2 L-6 12 H0 L-2 20 L7 8 H1 Z', C.amber2))) +
  many(5, i => group(232 + i * 110, 334, 1, shadow(0, 0, 46), circle(-28, -15, 15, C.ink), circle(-28, -15, 8, C.mist), circle(30, -15, 15, C.ink), circle(30, -15, 8, C.mist), line('M-28 -15 L-10 -34 H14 L30 -15', [C.teal, C.orange, C.blue2, C.green, C.violet][i], 9), line('M18 -34 L10 -64 L-2 -68', C.ink2, 5), rect(-30, -46, 34, 9, C.ink, 4), line(`M-6 -38 C-30 -70 -16 -88 0 -108`, C.amber, 3))) +
  rect(780, 196, 84, 84, C.white, 6) + group(822, 240, 1, circle(0, 0, 30, 'none', `stroke="${C.orange}" stroke-width="6"`), path('M-12 14 h24 v-24 h-24 Z', C.mist), rect(-4, -16, 8, 7, C.mist), line('M-20 -20 L20 20', C.orange, 6)) + line('M822 280 V330', C.steel, 6);
