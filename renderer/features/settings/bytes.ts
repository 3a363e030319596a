/** "1,4 MB"; at least 0,1. */
export function megabytes(bytes: number): string {
  const tenths = Math.max(1, Math.round(bytes / 104_857.6));
  return `${(tenths / 10).toLocaleString("id-ID", { minimumFractionDigits: 1 })} MB`;
}
