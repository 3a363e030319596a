import { useCallback } from "react";

interface FileImageProps {
  file: File;
  alt: string;
  className?: string;
}

/** A picture from bytes at hand; its address lives as long as it is shown. */
export function FileImage({ file, alt, className }: FileImageProps) {
  const show = useCallback(
    (image: HTMLImageElement | null) => {
      if (!image) return undefined;
      const address = URL.createObjectURL(file);
      image.src = address;
      return () => URL.revokeObjectURL(address);
    },
    [file],
  );
  return <img ref={show} alt={alt} className={className} />;
}
