/** A fault of a text, by rule, with the sentence's end: "memuat …; ketik …". */
export interface TextFault {
  rule: string;
  severity: "stop" | "look" | "note";
  /** What is wrong and what to do, to follow the place and the text. */
  what: string;
}

/** Signs that look like letters or spaces of Indonesian writing and are others. */
export function letterFaults(text: string): TextFault[] {
  return [
    ...one(
      "control",
      "stop",
      find(text, /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/u),
      (sign) => `memuat karakter tak terlihat ${codeOf(sign)}; ketik ulang bagian itu`,
    ),
    ...one(
      "emoji",
      "stop",
      find(text, /(?![\d#*©®™])[\p{Extended_Pictographic}\p{Regional_Indicator}\u{fe0f}]/u),
      (sign) => `memuat gambar “${sign}” (${codeOf(sign)}); hapus gambarnya`,
    ),
    ...one("lookalike", "stop", findForeign(text), (sign) => {
      const latin = latinOf(sign);
      const meant =
        latin === null ? "ketik ulang dengan huruf Latin" : `ketik ulang huruf ${latin} dari papan ketik`;
      return `memuat “${sign}” (${codeOf(sign)}), ${scriptOf(sign)}${latin === null ? "" : ` yang mirip ${latin}`}; ${meant}`;
    }),
    ...one("digit", "stop", digitInWord(text), (sign) => {
      const letter = { "0": "huruf O", "1": "huruf l atau I", "5": "huruf S" }[sign] ?? "huruf";
      return `memuat angka ${sign} di tengah kata; ganti dengan ${letter}`;
    }),
    ...one(
      "space",
      "look",
      find(text, /(?! )[\p{Zs}\p{Zl}\p{Zp}]/u),
      (sign) => `memuat spasi lain daripada biasa (${codeOf(sign)}); ganti dengan spasi biasa`,
    ),
    ...one(
      "apostrophe",
      "look",
      find(text, /[`´‘ʹʻʼʽ′＇]/u),
      (sign) => `memuat “${sign}” (${codeOf(sign)}) sebagai tanda petik; ganti dengan '`,
    ),
    ...(text.normalize("NFC") === text
      ? []
      : [
          {
            rule: "composed",
            severity: "look" as const,
            what: "memuat huruf dan tanda aksennya sebagai dua karakter; ketik ulang huruf beraksennya",
          },
        ]),
  ];
}

/** "U+0430" */
export function codeOf(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function one(
  rule: string,
  severity: TextFault["severity"],
  sign: string | null,
  say: (sign: string) => string,
): TextFault[] {
  return sign === null ? [] : [{ rule, severity, what: say(sign) }];
}

function find(text: string, signs: RegExp): string | null {
  return signs.exec(text)?.[0] ?? null;
}

/** A letter of no Latin alphabet, or a Latin one in a form that only looks plain: "Ａ", "𝐀". */
function findForeign(text: string): string | null {
  for (const sign of text) {
    const foreign = /\p{L}|\p{N}/u.test(sign) && !/[\p{Script=Latin}\p{Script=Common}]/u.test(sign);
    const styled =
      /[\p{L}\p{N}\p{P}]/u.test(sign) &&
      sign.normalize("NFKC") !== sign.normalize("NFC") &&
      !/[ªº…¹²³]/u.test(sign);
    if (foreign || styled || "ıȷɑɡʟǃӏ".includes(sign)) return sign;
  }
  return null;
}

/** A digit that stands for a letter: "Supraw0to", "KHOF1FAH". "P3K", "17-an" and "SDG's 2030" are none. */
function digitInWord(text: string): string | null {
  const places =
    /\p{Ll}(\d)\p{L}|\p{L}(\d)\p{Ll}|\p{Lu}{2}([01])\p{Lu}|\p{Ll}{2}([01])(?![\d\p{L}])|(?<![\d\p{L}])([01])\p{Ll}{2}/u;
  return places.exec(text)?.slice(1).find(Boolean) ?? null;
}

const alike: Record<string, string> = Object.fromEntries(
  [
    ["АВЕЅІЈКМНОРСТУХԚԜ", "ABESIJKMHOPCTYXQW"],
    ["аеіјорсѕухԁԛԝһӏкмт", "aeijopcsyxdqwhlkmt"],
    ["ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"],
    ["αγεικνορτυχω", "ayeiknoptuxw"],
    ["ıȷɑɡʟǃ", "ijagLl"],
  ].flatMap(([signs = "", latin = ""]) => Array.from(signs, (sign, index) => [sign, latin[index] ?? ""])),
);

function latinOf(sign: string): string | null {
  const styled = sign.normalize("NFKC");
  return alike[sign] ?? (styled !== sign && /^[\x21-\x7e]+$/.test(styled) ? styled : null);
}

function scriptOf(sign: string): string {
  if (/\p{Script=Cyrillic}/u.test(sign)) return "huruf Kiril";
  if (/\p{Script=Greek}/u.test(sign)) return "huruf Yunani";
  if (/[\uff01-\uffee]/u.test(sign)) return "huruf lebar";
  if (/\p{Script=Latin}|\p{Script=Common}/u.test(sign)) return "huruf bergaya";
  return "huruf dari aksara lain";
}
