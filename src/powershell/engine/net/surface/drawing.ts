/** Made by test/programs/net-surface.ts from the real engine; the format is described there. */
export const DRAWING = `
#System.Drawing.Color|struct|System.ValueType|System.IEquatable\`1[System.Drawing.Color]|System.Drawing.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102109|!Empty
pbyte R {get;}
pbyte G {get;}
pbyte B {get;}
pbyte A {get;}
pbool IsKnownColor {get;}
pbool IsEmpty {get;}
pbool IsNamedColor {get;}
pbool IsSystemColor {get;}
pstring Name {get;}
qSystem.Drawing.Color Transparent {get;}
qSystem.Drawing.Color AliceBlue {get;}
qSystem.Drawing.Color AntiqueWhite {get;}
qSystem.Drawing.Color Aqua {get;}
qSystem.Drawing.Color Aquamarine {get;}
qSystem.Drawing.Color Azure {get;}
qSystem.Drawing.Color Beige {get;}
qSystem.Drawing.Color Bisque {get;}
qSystem.Drawing.Color Black {get;}
qSystem.Drawing.Color BlanchedAlmond {get;}
qSystem.Drawing.Color Blue {get;}
qSystem.Drawing.Color BlueViolet {get;}
qSystem.Drawing.Color Brown {get;}
qSystem.Drawing.Color BurlyWood {get;}
qSystem.Drawing.Color CadetBlue {get;}
qSystem.Drawing.Color Chartreuse {get;}
qSystem.Drawing.Color Chocolate {get;}
qSystem.Drawing.Color Coral {get;}
qSystem.Drawing.Color CornflowerBlue {get;}
qSystem.Drawing.Color Cornsilk {get;}
qSystem.Drawing.Color Crimson {get;}
qSystem.Drawing.Color Cyan {get;}
qSystem.Drawing.Color DarkBlue {get;}
qSystem.Drawing.Color DarkCyan {get;}
qSystem.Drawing.Color DarkGoldenrod {get;}
qSystem.Drawing.Color DarkGray {get;}
qSystem.Drawing.Color DarkGreen {get;}
qSystem.Drawing.Color DarkKhaki {get;}
qSystem.Drawing.Color DarkMagenta {get;}
qSystem.Drawing.Color DarkOliveGreen {get;}
qSystem.Drawing.Color DarkOrange {get;}
qSystem.Drawing.Color DarkOrchid {get;}
qSystem.Drawing.Color DarkRed {get;}
qSystem.Drawing.Color DarkSalmon {get;}
qSystem.Drawing.Color DarkSeaGreen {get;}
qSystem.Drawing.Color DarkSlateBlue {get;}
qSystem.Drawing.Color DarkSlateGray {get;}
qSystem.Drawing.Color DarkTurquoise {get;}
qSystem.Drawing.Color DarkViolet {get;}
qSystem.Drawing.Color DeepPink {get;}
qSystem.Drawing.Color DeepSkyBlue {get;}
qSystem.Drawing.Color DimGray {get;}
qSystem.Drawing.Color DodgerBlue {get;}
qSystem.Drawing.Color Firebrick {get;}
qSystem.Drawing.Color FloralWhite {get;}
qSystem.Drawing.Color ForestGreen {get;}
qSystem.Drawing.Color Fuchsia {get;}
qSystem.Drawing.Color Gainsboro {get;}
qSystem.Drawing.Color GhostWhite {get;}
qSystem.Drawing.Color Gold {get;}
qSystem.Drawing.Color Goldenrod {get;}
qSystem.Drawing.Color Gray {get;}
qSystem.Drawing.Color Green {get;}
qSystem.Drawing.Color GreenYellow {get;}
qSystem.Drawing.Color Honeydew {get;}
qSystem.Drawing.Color HotPink {get;}
qSystem.Drawing.Color IndianRed {get;}
qSystem.Drawing.Color Indigo {get;}
qSystem.Drawing.Color Ivory {get;}
qSystem.Drawing.Color Khaki {get;}
qSystem.Drawing.Color Lavender {get;}
qSystem.Drawing.Color LavenderBlush {get;}
qSystem.Drawing.Color LawnGreen {get;}
qSystem.Drawing.Color LemonChiffon {get;}
qSystem.Drawing.Color LightBlue {get;}
qSystem.Drawing.Color LightCoral {get;}
qSystem.Drawing.Color LightCyan {get;}
qSystem.Drawing.Color LightGoldenrodYellow {get;}
qSystem.Drawing.Color LightGreen {get;}
qSystem.Drawing.Color LightGray {get;}
qSystem.Drawing.Color LightPink {get;}
qSystem.Drawing.Color LightSalmon {get;}
qSystem.Drawing.Color LightSeaGreen {get;}
qSystem.Drawing.Color LightSkyBlue {get;}
qSystem.Drawing.Color LightSlateGray {get;}
qSystem.Drawing.Color LightSteelBlue {get;}
qSystem.Drawing.Color LightYellow {get;}
qSystem.Drawing.Color Lime {get;}
qSystem.Drawing.Color LimeGreen {get;}
qSystem.Drawing.Color Linen {get;}
qSystem.Drawing.Color Magenta {get;}
qSystem.Drawing.Color Maroon {get;}
qSystem.Drawing.Color MediumAquamarine {get;}
qSystem.Drawing.Color MediumBlue {get;}
qSystem.Drawing.Color MediumOrchid {get;}
qSystem.Drawing.Color MediumPurple {get;}
qSystem.Drawing.Color MediumSeaGreen {get;}
qSystem.Drawing.Color MediumSlateBlue {get;}
qSystem.Drawing.Color MediumSpringGreen {get;}
qSystem.Drawing.Color MediumTurquoise {get;}
qSystem.Drawing.Color MediumVioletRed {get;}
qSystem.Drawing.Color MidnightBlue {get;}
qSystem.Drawing.Color MintCream {get;}
qSystem.Drawing.Color MistyRose {get;}
qSystem.Drawing.Color Moccasin {get;}
qSystem.Drawing.Color NavajoWhite {get;}
qSystem.Drawing.Color Navy {get;}
qSystem.Drawing.Color OldLace {get;}
qSystem.Drawing.Color Olive {get;}
qSystem.Drawing.Color OliveDrab {get;}
qSystem.Drawing.Color Orange {get;}
qSystem.Drawing.Color OrangeRed {get;}
qSystem.Drawing.Color Orchid {get;}
qSystem.Drawing.Color PaleGoldenrod {get;}
qSystem.Drawing.Color PaleGreen {get;}
qSystem.Drawing.Color PaleTurquoise {get;}
qSystem.Drawing.Color PaleVioletRed {get;}
qSystem.Drawing.Color PapayaWhip {get;}
qSystem.Drawing.Color PeachPuff {get;}
qSystem.Drawing.Color Peru {get;}
qSystem.Drawing.Color Pink {get;}
qSystem.Drawing.Color Plum {get;}
qSystem.Drawing.Color PowderBlue {get;}
qSystem.Drawing.Color Purple {get;}
qSystem.Drawing.Color RebeccaPurple {get;}
qSystem.Drawing.Color Red {get;}
qSystem.Drawing.Color RosyBrown {get;}
qSystem.Drawing.Color RoyalBlue {get;}
qSystem.Drawing.Color SaddleBrown {get;}
qSystem.Drawing.Color Salmon {get;}
qSystem.Drawing.Color SandyBrown {get;}
qSystem.Drawing.Color SeaGreen {get;}
qSystem.Drawing.Color SeaShell {get;}
qSystem.Drawing.Color Sienna {get;}
qSystem.Drawing.Color Silver {get;}
qSystem.Drawing.Color SkyBlue {get;}
qSystem.Drawing.Color SlateBlue {get;}
qSystem.Drawing.Color SlateGray {get;}
qSystem.Drawing.Color Snow {get;}
qSystem.Drawing.Color SpringGreen {get;}
qSystem.Drawing.Color SteelBlue {get;}
qSystem.Drawing.Color Tan {get;}
qSystem.Drawing.Color Teal {get;}
qSystem.Drawing.Color Thistle {get;}
qSystem.Drawing.Color Tomato {get;}
qSystem.Drawing.Color Turquoise {get;}
qSystem.Drawing.Color Violet {get;}
qSystem.Drawing.Color Wheat {get;}
qSystem.Drawing.Color White {get;}
qSystem.Drawing.Color WhiteSmoke {get;}
qSystem.Drawing.Color Yellow {get;}
qSystem.Drawing.Color YellowGreen {get;}
qSystem.Drawing.Color Empty {get;}
sSystem.Drawing.Color FromArgb(int argb)
sSystem.Drawing.Color FromArgb(int alpha, int red, int green, int blue)
sSystem.Drawing.Color FromArgb(int alpha, System.Drawing.Color baseColor)
sSystem.Drawing.Color FromArgb(int red, int green, int blue)
sSystem.Drawing.Color FromKnownColor(System.Drawing.KnownColor color)
sSystem.Drawing.Color FromName(string name)
sbool op_Equality(System.Drawing.Color left, System.Drawing.Color right)
sbool op_Inequality(System.Drawing.Color left, System.Drawing.Color right)
mfloat GetBrightness()
mfloat GetHue()
mfloat GetSaturation()
mint ToArgb()
mSystem.Drawing.KnownColor ToKnownColor()
mbool Equals(System.Drawing.Color other)
mbool IEquatable[Color].Equals(System.Drawing.Color other)
#System.Drawing.KnownColor|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Drawing.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|ActiveBorder=1,ActiveCaption=2,ActiveCaptionText=3,AppWorkspace=4,Control=5,ControlDark=6,ControlDarkDark=7,ControlLight=8,ControlLightLight=9,ControlText=10,Desktop=11,GrayText=12,Highlight=13,HighlightText=14,HotTrack=15,InactiveBorder=16,InactiveCaption=17,InactiveCaptionText=18,Info=19,InfoText=20,Menu=21,MenuText=22,ScrollBar=23,Window=24,WindowFrame=25,WindowText=26,Transparent=27,AliceBlue=28,AntiqueWhite=29,Aqua=30,Aquamarine=31,Azure=32,Beige=33,Bisque=34,Black=35,BlanchedAlmond=36,Blue=37,BlueViolet=38,Brown=39,BurlyWood=40,CadetBlue=41,Chartreuse=42,Chocolate=43,Coral=44,CornflowerBlue=45,Cornsilk=46,Crimson=47,Cyan=48,DarkBlue=49,DarkCyan=50,DarkGoldenrod=51,DarkGray=52,DarkGreen=53,DarkKhaki=54,DarkMagenta=55,DarkOliveGreen=56,DarkOrange=57,DarkOrchid=58,DarkRed=59,DarkSalmon=60,DarkSeaGreen=61,DarkSlateBlue=62,DarkSlateGray=63,DarkTurquoise=64,DarkViolet=65,DeepPink=66,DeepSkyBlue=67,DimGray=68,DodgerBlue=69,Firebrick=70,FloralWhite=71,ForestGreen=72,Fuchsia=73,Gainsboro=74,GhostWhite=75,Gold=76,Goldenrod=77,Gray=78,Green=79,GreenYellow=80,Honeydew=81,HotPink=82,IndianRed=83,Indigo=84,Ivory=85,Khaki=86,Lavender=87,LavenderBlush=88,LawnGreen=89,LemonChiffon=90,LightBlue=91,LightCoral=92,LightCyan=93,LightGoldenrodYellow=94,LightGray=95,LightGreen=96,LightPink=97,LightSalmon=98,LightSeaGreen=99,LightSkyBlue=100,LightSlateGray=101,LightSteelBlue=102,LightYellow=103,Lime=104,LimeGreen=105,Linen=106,Magenta=107,Maroon=108,MediumAquamarine=109,MediumBlue=110,MediumOrchid=111,MediumPurple=112,MediumSeaGreen=113,MediumSlateBlue=114,MediumSpringGreen=115,MediumTurquoise=116,MediumVioletRed=117,MidnightBlue=118,MintCream=119,MistyRose=120,Moccasin=121,NavajoWhite=122,Navy=123,OldLace=124,Olive=125,OliveDrab=126,Orange=127,OrangeRed=128,Orchid=129,PaleGoldenrod=130,PaleGreen=131,PaleTurquoise=132,PaleVioletRed=133,PapayaWhip=134,PeachPuff=135,Peru=136,Pink=137,Plum=138,PowderBlue=139,Purple=140,Red=141,RosyBrown=142,RoyalBlue=143,SaddleBrown=144,Salmon=145,SandyBrown=146,SeaGreen=147,SeaShell=148,Sienna=149,Silver=150,SkyBlue=151,SlateBlue=152,SlateGray=153,Snow=154,SpringGreen=155,SteelBlue=156,Tan=157,Teal=158,Thistle=159,Tomato=160,Turquoise=161,Violet=162,Wheat=163,White=164,WhiteSmoke=165,Yellow=166,YellowGreen=167,ButtonFace=168,ButtonHighlight=169,ButtonShadow=170,GradientActiveCaption=171,GradientInactiveCaption=172,MenuBar=173,MenuHighlight=174,RebeccaPurple=175
#System.Drawing.ColorTranslator|static|System.Object||System.Drawing.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100181|
sint ToWin32(System.Drawing.Color c)
sint ToOle(System.Drawing.Color c)
sSystem.Drawing.Color FromOle(int oleColor)
sSystem.Drawing.Color FromWin32(int win32Color)
sSystem.Drawing.Color FromHtml(string htmlColor)
sstring ToHtml(System.Drawing.Color c)
#System.Drawing.Point|struct|System.ValueType|System.IEquatable\`1[System.Drawing.Point]|System.Drawing.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102109|!Empty
pbool IsEmpty {get;}
pint X {get;set;}
pint Y {get;set;}
qSystem.Drawing.Point Empty {get;}
sSystem.Drawing.PointF op_Implicit(System.Drawing.Point p)
sSystem.Drawing.Size op_Explicit(System.Drawing.Point p)
sSystem.Drawing.Point op_Addition(System.Drawing.Point pt, System.Drawing.Size sz)
sSystem.Drawing.Point op_Subtraction(System.Drawing.Point pt, System.Drawing.Size sz)
sbool op_Equality(System.Drawing.Point left, System.Drawing.Point right)
sbool op_Inequality(System.Drawing.Point left, System.Drawing.Point right)
sSystem.Drawing.Point Add(System.Drawing.Point pt, System.Drawing.Size sz)
sSystem.Drawing.Point Subtract(System.Drawing.Point pt, System.Drawing.Size sz)
sSystem.Drawing.Point Ceiling(System.Drawing.PointF value)
sSystem.Drawing.Point Truncate(System.Drawing.PointF value)
sSystem.Drawing.Point Round(System.Drawing.PointF value)
cnew(int x, int y)
cnew(System.Drawing.Size sz)
cnew(int dw)
mbool Equals(System.Drawing.Point other)
mbool IEquatable[Point].Equals(System.Drawing.Point other)
mvoid Offset(int dx, int dy)
mvoid Offset(System.Drawing.Point p)
#System.Drawing.PointF|struct|System.ValueType|System.IEquatable\`1[System.Drawing.PointF]|System.Drawing.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102109|!Empty
pbool IsEmpty {get;}
pfloat X {get;set;}
pfloat Y {get;set;}
qSystem.Drawing.PointF Empty {get;}
sSystem.Numerics.Vector2 op_Explicit(System.Drawing.PointF point)
sSystem.Drawing.PointF op_Explicit(System.Numerics.Vector2 vector)
sSystem.Drawing.PointF op_Addition(System.Drawing.PointF pt, System.Drawing.Size sz)
sSystem.Drawing.PointF op_Addition(System.Drawing.PointF pt, System.Drawing.SizeF sz)
sSystem.Drawing.PointF op_Subtraction(System.Drawing.PointF pt, System.Drawing.Size sz)
sSystem.Drawing.PointF op_Subtraction(System.Drawing.PointF pt, System.Drawing.SizeF sz)
sbool op_Equality(System.Drawing.PointF left, System.Drawing.PointF right)
sbool op_Inequality(System.Drawing.PointF left, System.Drawing.PointF right)
sSystem.Drawing.PointF Add(System.Drawing.PointF pt, System.Drawing.Size sz)
sSystem.Drawing.PointF Add(System.Drawing.PointF pt, System.Drawing.SizeF sz)
sSystem.Drawing.PointF Subtract(System.Drawing.PointF pt, System.Drawing.Size sz)
sSystem.Drawing.PointF Subtract(System.Drawing.PointF pt, System.Drawing.SizeF sz)
cnew(float x, float y)
cnew(System.Numerics.Vector2 vector)
mSystem.Numerics.Vector2 ToVector2()
mbool Equals(System.Drawing.PointF other)
mbool IEquatable[PointF].Equals(System.Drawing.PointF other)
#System.Drawing.Size|struct|System.ValueType|System.IEquatable\`1[System.Drawing.Size]|System.Drawing.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102109|!Empty
pbool IsEmpty {get;}
pint Width {get;set;}
pint Height {get;set;}
qSystem.Drawing.Size Empty {get;}
sSystem.Drawing.SizeF op_Implicit(System.Drawing.Size p)
sSystem.Drawing.Size op_Addition(System.Drawing.Size sz1, System.Drawing.Size sz2)
sSystem.Drawing.Size op_Subtraction(System.Drawing.Size sz1, System.Drawing.Size sz2)
sSystem.Drawing.Size op_Multiply(int left, System.Drawing.Size right)
sSystem.Drawing.Size op_Multiply(System.Drawing.Size left, int right)
sSystem.Drawing.SizeF op_Multiply(float left, System.Drawing.Size right)
sSystem.Drawing.SizeF op_Multiply(System.Drawing.Size left, float right)
sSystem.Drawing.Size op_Division(System.Drawing.Size left, int right)
sSystem.Drawing.SizeF op_Division(System.Drawing.Size left, float right)
sbool op_Equality(System.Drawing.Size sz1, System.Drawing.Size sz2)
sbool op_Inequality(System.Drawing.Size sz1, System.Drawing.Size sz2)
sSystem.Drawing.Point op_Explicit(System.Drawing.Size size)
sSystem.Drawing.Size Add(System.Drawing.Size sz1, System.Drawing.Size sz2)
sSystem.Drawing.Size Ceiling(System.Drawing.SizeF value)
sSystem.Drawing.Size Subtract(System.Drawing.Size sz1, System.Drawing.Size sz2)
sSystem.Drawing.Size Truncate(System.Drawing.SizeF value)
sSystem.Drawing.Size Round(System.Drawing.SizeF value)
cnew(System.Drawing.Point pt)
cnew(int width, int height)
mbool Equals(System.Drawing.Size other)
mbool IEquatable[Size].Equals(System.Drawing.Size other)
#System.Drawing.SizeF|struct|System.ValueType|System.IEquatable\`1[System.Drawing.SizeF]|System.Drawing.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102109|!Empty
pbool IsEmpty {get;}
pfloat Width {get;set;}
pfloat Height {get;set;}
qSystem.Drawing.SizeF Empty {get;}
sSystem.Numerics.Vector2 op_Explicit(System.Drawing.SizeF size)
sSystem.Drawing.SizeF op_Explicit(System.Numerics.Vector2 vector)
sSystem.Drawing.SizeF op_Addition(System.Drawing.SizeF sz1, System.Drawing.SizeF sz2)
sSystem.Drawing.SizeF op_Subtraction(System.Drawing.SizeF sz1, System.Drawing.SizeF sz2)
sSystem.Drawing.SizeF op_Multiply(float left, System.Drawing.SizeF right)
sSystem.Drawing.SizeF op_Multiply(System.Drawing.SizeF left, float right)
sSystem.Drawing.SizeF op_Division(System.Drawing.SizeF left, float right)
sbool op_Equality(System.Drawing.SizeF sz1, System.Drawing.SizeF sz2)
sbool op_Inequality(System.Drawing.SizeF sz1, System.Drawing.SizeF sz2)
sSystem.Drawing.SizeF Add(System.Drawing.SizeF sz1, System.Drawing.SizeF sz2)
sSystem.Drawing.SizeF Subtract(System.Drawing.SizeF sz1, System.Drawing.SizeF sz2)
cnew(System.Drawing.SizeF size)
cnew(System.Drawing.PointF pt)
cnew(System.Numerics.Vector2 vector)
cnew(float width, float height)
mSystem.Numerics.Vector2 ToVector2()
mbool Equals(System.Drawing.SizeF other)
mbool IEquatable[SizeF].Equals(System.Drawing.SizeF other)
mSystem.Drawing.PointF ToPointF()
mSystem.Drawing.Size ToSize()
#System.Drawing.Rectangle|struct|System.ValueType|System.IEquatable\`1[System.Drawing.Rectangle]|System.Drawing.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102109|!Empty
pSystem.Drawing.Point Location {get;set;}
pSystem.Drawing.Size Size {get;set;}
pint X {get;set;}
pint Y {get;set;}
pint Width {get;set;}
pint Height {get;set;}
pint Left {get;}
pint Top {get;}
pint Right {get;}
pint Bottom {get;}
pbool IsEmpty {get;}
qSystem.Drawing.Rectangle Empty {get;}
sSystem.Drawing.Rectangle FromLTRB(int left, int top, int right, int bottom)
sbool op_Equality(System.Drawing.Rectangle left, System.Drawing.Rectangle right)
sbool op_Inequality(System.Drawing.Rectangle left, System.Drawing.Rectangle right)
sSystem.Drawing.Rectangle Ceiling(System.Drawing.RectangleF value)
sSystem.Drawing.Rectangle Truncate(System.Drawing.RectangleF value)
sSystem.Drawing.Rectangle Round(System.Drawing.RectangleF value)
sSystem.Drawing.Rectangle Inflate(System.Drawing.Rectangle rect, int x, int y)
sSystem.Drawing.Rectangle Intersect(System.Drawing.Rectangle a, System.Drawing.Rectangle b)
sSystem.Drawing.Rectangle Union(System.Drawing.Rectangle a, System.Drawing.Rectangle b)
cnew(int x, int y, int width, int height)
cnew(System.Drawing.Point location, System.Drawing.Size size)
mbool Equals(System.Drawing.Rectangle other)
mbool IEquatable[Rectangle].Equals(System.Drawing.Rectangle other)
mbool Contains(int x, int y)
mbool Contains(System.Drawing.Point pt)
mbool Contains(System.Drawing.Rectangle rect)
mvoid Inflate(int width, int height)
mvoid Inflate(System.Drawing.Size size)
mvoid Intersect(System.Drawing.Rectangle rect)
mbool IntersectsWith(System.Drawing.Rectangle rect)
mvoid Offset(System.Drawing.Point pos)
mvoid Offset(int x, int y)
#System.Drawing.RectangleF|struct|System.ValueType|System.IEquatable\`1[System.Drawing.RectangleF]|System.Drawing.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102109|!Empty
pSystem.Drawing.PointF Location {get;set;}
pSystem.Drawing.SizeF Size {get;set;}
pfloat X {get;set;}
pfloat Y {get;set;}
pfloat Width {get;set;}
pfloat Height {get;set;}
pfloat Left {get;}
pfloat Top {get;}
pfloat Right {get;}
pfloat Bottom {get;}
pbool IsEmpty {get;}
qSystem.Drawing.RectangleF Empty {get;}
sSystem.Numerics.Vector4 op_Explicit(System.Drawing.RectangleF rectangle)
sSystem.Drawing.RectangleF op_Explicit(System.Numerics.Vector4 vector)
sSystem.Drawing.RectangleF FromLTRB(float left, float top, float right, float bottom)
sbool op_Equality(System.Drawing.RectangleF left, System.Drawing.RectangleF right)
sbool op_Inequality(System.Drawing.RectangleF left, System.Drawing.RectangleF right)
sSystem.Drawing.RectangleF Inflate(System.Drawing.RectangleF rect, float x, float y)
sSystem.Drawing.RectangleF Intersect(System.Drawing.RectangleF a, System.Drawing.RectangleF b)
sSystem.Drawing.RectangleF Union(System.Drawing.RectangleF a, System.Drawing.RectangleF b)
sSystem.Drawing.RectangleF op_Implicit(System.Drawing.Rectangle r)
cnew(float x, float y, float width, float height)
cnew(System.Drawing.PointF location, System.Drawing.SizeF size)
cnew(System.Numerics.Vector4 vector)
mSystem.Numerics.Vector4 ToVector4()
mbool Equals(System.Drawing.RectangleF other)
mbool IEquatable[RectangleF].Equals(System.Drawing.RectangleF other)
mbool Contains(float x, float y)
mbool Contains(System.Drawing.PointF pt)
mbool Contains(System.Drawing.RectangleF rect)
mvoid Inflate(float x, float y)
mvoid Inflate(System.Drawing.SizeF size)
mvoid Intersect(System.Drawing.RectangleF rect)
mbool IntersectsWith(System.Drawing.RectangleF rect)
mvoid Offset(System.Drawing.PointF pos)
mvoid Offset(float x, float y)
`;
