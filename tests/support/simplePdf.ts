/** A PDF of one page of so many points with a drawing; `/X Do` in it draws a picture whose bytes are none of its filter's. */
export function simplePdf({
  width = 100,
  height = 100,
  drawing,
  filter = "/DCTDecode",
}: {
  width?: number;
  height?: number;
  drawing: string;
  filter?: string;
}): Uint8Array {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>`,
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    `<< /Type /XObject /Subtype /Image /Width 9 /Height 9 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter ${filter} /Length 5 >>\nstream\nrusak\nendstream`,
  ];
  let text = "%PDF-1.4\n";
  const rows = objects.map((object, index) => {
    const row = `${String(text.length).padStart(10, "0")} 00000 n \n`;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return row;
  });
  const start = text.length;
  text += `xref\n0 6\n0000000000 65535 f \n${rows.join("")}`;
  return new TextEncoder().encode(`${text}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
}
