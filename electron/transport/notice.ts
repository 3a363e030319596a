const notices = {
  entrance: {
    title: "Alamat ini belum dibuka",
    text: "Bukalah Lencana lewat alamat lengkap dengan token yang tertulis di jendela perintah tempat Lencana dijalankan.",
  },
  spent: {
    title: "Alamat ini sudah pernah dipakai",
    text: "Setiap alamat hanya berlaku satu kali. Pakailah alamat terbaru yang tertulis di jendela perintah tempat Lencana dijalankan, di belakang tulisan “Alamat untuk jendela lain”.",
  },
  unbuilt: {
    title: "Tampilan belum disiapkan",
    text: "Tutup Lencana lalu jalankan lagi dengan perintah npm start, yang menyiapkan tampilannya.",
  },
};

/** A whole page that says why there is no application here, and what to do. */
export function noticePage(about: keyof typeof notices): string {
  const { title, text } = notices[about];
  return `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title} · Lencana</title>
<style>body{font:1.125rem/1.5 system-ui,sans-serif;max-width:36rem;margin:18vh auto;padding:0 1.5rem}</style>
</head>
<body><main><h1>${title}</h1><p>${text}</p></main></body>
</html>
`;
}
