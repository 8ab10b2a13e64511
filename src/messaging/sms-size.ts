// What a text message costs: it is sent in segments, and one letter outside the oldest alphabet of telephones (á, but not é)
// more than halves each of them.

const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** These take two places. */
const EXTENDED = '\f^{}\\[~]|€';

/** 3GPP TS 23.038: 160 places of GSM-7 or 70 of UCS-2 alone, 153 or 67 in each of several. */
export function segmentsOf(text: string): number {
  const letters = text.split('');
  const basic = letters.every((letter) => BASIC.includes(letter) || EXTENDED.includes(letter));
  const places = basic ? letters.reduce((sum, letter) => sum + (EXTENDED.includes(letter) ? 2 : 1), 0) : text.length;
  const [alone, each] = basic ? [160, 153] : [70, 67];
  return places <= alone ? 1 : Math.ceil(places / each);
}
