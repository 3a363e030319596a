const policy: Record<string, string> = {
  "default-src": "'self'",
  // The reader of square codes is WebAssembly of our own; scripts from text stay refused.
  "script-src": "'self' 'wasm-unsafe-eval'",
  // Mantine sets style attributes; there is no way to hash those.
  "style-src": "'self' 'unsafe-inline'",
  "img-src": "'self' blob: data:",
  "font-src": "'self'",
  "worker-src": "'self' blob:",
  "connect-src": "'self'",
  "frame-src": "'self' blob:",
  "object-src": "'none'",
  "base-uri": "'none'",
  "frame-ancestors": "'none'",
  "form-action": "'none'",
};

const refusedFeatures = [
  "accelerometer",
  "display-capture",
  "geolocation",
  "gyroscope",
  "hid",
  "microphone",
  "midi",
  "payment",
  "serial",
  "usb",
];

/** What every answer carries, to a browser and to Electron's window alike. */
export const securityHeaders: Readonly<Record<string, string>> = {
  "content-security-policy": Object.entries(policy)
    .map(([name, value]) => `${name} ${value}`)
    .join("; "),
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  // The camera reads codes off sheets, and only when somebody asks for it on that screen.
  "permissions-policy": ["camera=(self)", ...refusedFeatures.map((name) => `${name}=()`)].join(", "),
};

/** A hashed file never changes; the page that names them must be asked for every time. */
export function cacheControl(hashed: boolean): string {
  return hashed ? "private, max-age=31536000, immutable" : "no-cache";
}
