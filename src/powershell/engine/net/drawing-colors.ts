/** .NET's known colors: name, number in KnownColor, alpha red green blue. Measured with pwsh 7.6.9. */
const NAMED =
  'Transparent=27:00ffffff AliceBlue=28:fff0f8ff AntiqueWhite=29:fffaebd7 Aqua=30:ff00ffff Aquamarine=31:ff7fffd4 ' +
  'Azure=32:fff0ffff Beige=33:fff5f5dc Bisque=34:ffffe4c4 Black=35:ff000000 BlanchedAlmond=36:ffffebcd ' +
  'Blue=37:ff0000ff BlueViolet=38:ff8a2be2 Brown=39:ffa52a2a BurlyWood=40:ffdeb887 CadetBlue=41:ff5f9ea0 ' +
  'Chartreuse=42:ff7fff00 Chocolate=43:ffd2691e Coral=44:ffff7f50 CornflowerBlue=45:ff6495ed Cornsilk=46:fffff8dc ' +
  'Crimson=47:ffdc143c Cyan=48:ff00ffff DarkBlue=49:ff00008b DarkCyan=50:ff008b8b DarkGoldenrod=51:ffb8860b ' +
  'DarkGray=52:ffa9a9a9 DarkGreen=53:ff006400 DarkKhaki=54:ffbdb76b DarkMagenta=55:ff8b008b ' +
  'DarkOliveGreen=56:ff556b2f DarkOrange=57:ffff8c00 DarkOrchid=58:ff9932cc DarkRed=59:ff8b0000 ' +
  'DarkSalmon=60:ffe9967a DarkSeaGreen=61:ff8fbc8f DarkSlateBlue=62:ff483d8b DarkSlateGray=63:ff2f4f4f ' +
  'DarkTurquoise=64:ff00ced1 DarkViolet=65:ff9400d3 DeepPink=66:ffff1493 DeepSkyBlue=67:ff00bfff ' +
  'DimGray=68:ff696969 DodgerBlue=69:ff1e90ff Firebrick=70:ffb22222 FloralWhite=71:fffffaf0 ' +
  'ForestGreen=72:ff228b22 Fuchsia=73:ffff00ff Gainsboro=74:ffdcdcdc GhostWhite=75:fff8f8ff Gold=76:ffffd700 ' +
  'Goldenrod=77:ffdaa520 Gray=78:ff808080 Green=79:ff008000 GreenYellow=80:ffadff2f Honeydew=81:fff0fff0 ' +
  'HotPink=82:ffff69b4 IndianRed=83:ffcd5c5c Indigo=84:ff4b0082 Ivory=85:fffffff0 Khaki=86:fff0e68c ' +
  'Lavender=87:ffe6e6fa LavenderBlush=88:fffff0f5 LawnGreen=89:ff7cfc00 LemonChiffon=90:fffffacd ' +
  'LightBlue=91:ffadd8e6 LightCoral=92:fff08080 LightCyan=93:ffe0ffff LightGoldenrodYellow=94:fffafad2 ' +
  'LightGray=95:ffd3d3d3 LightGreen=96:ff90ee90 LightPink=97:ffffb6c1 LightSalmon=98:ffffa07a ' +
  'LightSeaGreen=99:ff20b2aa LightSkyBlue=100:ff87cefa LightSlateGray=101:ff778899 LightSteelBlue=102:ffb0c4de ' +
  'LightYellow=103:ffffffe0 Lime=104:ff00ff00 LimeGreen=105:ff32cd32 Linen=106:fffaf0e6 Magenta=107:ffff00ff ' +
  'Maroon=108:ff800000 MediumAquamarine=109:ff66cdaa MediumBlue=110:ff0000cd MediumOrchid=111:ffba55d3 ' +
  'MediumPurple=112:ff9370db MediumSeaGreen=113:ff3cb371 MediumSlateBlue=114:ff7b68ee ' +
  'MediumSpringGreen=115:ff00fa9a MediumTurquoise=116:ff48d1cc MediumVioletRed=117:ffc71585 ' +
  'MidnightBlue=118:ff191970 MintCream=119:fff5fffa MistyRose=120:ffffe4e1 Moccasin=121:ffffe4b5 ' +
  'NavajoWhite=122:ffffdead Navy=123:ff000080 OldLace=124:fffdf5e6 Olive=125:ff808000 OliveDrab=126:ff6b8e23 ' +
  'Orange=127:ffffa500 OrangeRed=128:ffff4500 Orchid=129:ffda70d6 PaleGoldenrod=130:ffeee8aa ' +
  'PaleGreen=131:ff98fb98 PaleTurquoise=132:ffafeeee PaleVioletRed=133:ffdb7093 PapayaWhip=134:ffffefd5 ' +
  'PeachPuff=135:ffffdab9 Peru=136:ffcd853f Pink=137:ffffc0cb Plum=138:ffdda0dd PowderBlue=139:ffb0e0e6 ' +
  'Purple=140:ff800080 Red=141:ffff0000 RosyBrown=142:ffbc8f8f RoyalBlue=143:ff4169e1 SaddleBrown=144:ff8b4513 ' +
  'Salmon=145:fffa8072 SandyBrown=146:fff4a460 SeaGreen=147:ff2e8b57 SeaShell=148:fffff5ee Sienna=149:ffa0522d ' +
  'Silver=150:ffc0c0c0 SkyBlue=151:ff87ceeb SlateBlue=152:ff6a5acd SlateGray=153:ff708090 Snow=154:fffffafa ' +
  'SpringGreen=155:ff00ff7f SteelBlue=156:ff4682b4 Tan=157:ffd2b48c Teal=158:ff008080 Thistle=159:ffd8bfd8 ' +
  'Tomato=160:ffff6347 Turquoise=161:ff40e0d0 Violet=162:ffee82ee Wheat=163:fff5deb3 White=164:ffffffff ' +
  'WhiteSmoke=165:fff5f5f5 Yellow=166:ffffff00 YellowGreen=167:ff9acd32 RebeccaPurple=175:ff663399 ';
/** Of the desktop, as .NET has them where there is none. */
const SYSTEM =
  'ActiveBorder=1:ffd4d0c8 ActiveCaption=2:ff0054e3 ActiveCaptionText=3:ffffffff AppWorkspace=4:ff808080 ' +
  'Control=5:ffece9d8 ControlDark=6:ffaca899 ControlDarkDark=7:ff716f64 ControlLight=8:fff1efe2 ' +
  'ControlLightLight=9:ffffffff ControlText=10:ff000000 Desktop=11:ff004e98 GrayText=12:ffaca899 ' +
  'Highlight=13:ff316ac5 HighlightText=14:ffffffff HotTrack=15:ff000080 InactiveBorder=16:ffd4d0c8 ' +
  'InactiveCaption=17:ff7a96df InactiveCaptionText=18:ffd8e4f8 Info=19:ffffffe1 InfoText=20:ff000000 ' +
  'Menu=21:ffffffff MenuText=22:ff000000 ScrollBar=23:ffd4d0c8 Window=24:ffffffff WindowFrame=25:ff000000 ' +
  'WindowText=26:ff000000 ButtonFace=168:fff0f0f0 ButtonHighlight=169:ffffffff ButtonShadow=170:ffa0a0a0 ' +
  'GradientActiveCaption=171:ffb9d1ea GradientInactiveCaption=172:ffd7e4f2 MenuBar=173:fff0f0f0 ' +
  'MenuHighlight=174:ff3399ff ';

export interface KnownColor {
  readonly name: string;
  readonly number: number;
  readonly argb: number;
  readonly system: boolean;
}
const read = (text: string, system: boolean): KnownColor[] =>
  text
    .trim()
    .split(' ')
    .map((one) => {
      const [name = '', rest = ''] = one.split('=');
      const [number = '0', argb = '0'] = rest.split(':');
      return { name, number: Number(number), argb: Number.parseInt(argb, 16), system };
    });
let known: readonly KnownColor[] | undefined;
export const knownColors = (): readonly KnownColor[] => (known ??= [...read(NAMED, false), ...read(SYSTEM, true)]);
