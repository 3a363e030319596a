import { Button, Input, UnstyledButton } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { DesignPicture } from "../../../electron/contract/designs.ts";
import { AppError } from "../../../electron/contract/errors.ts";
import { findKind, kindBytes, kindFault } from "../../../electron/domain/pictureKind.ts";
import { api, query } from "../../api/client.ts";
import { notifyError } from "../../api/errors.tsx";
import { files } from "../../api/files.ts";
import { FileImage } from "../../components/FileImage.tsx";
import { pictureOfPdf } from "./pdfPicture.ts";
import classes from "./studio.module.css";

const accept = [
  "image/png",
  "image/jpeg",
  "image/svg+xml",
  "application/pdf",
  ".png",
  ".jpg",
  ".jpeg",
  ".svg",
  ".pdf",
];
const largestBytes = 12 * 1024 * 1024;

/** The office's own pictures, one of them chosen; another is loaded from a file, or a page of a PDF. */
export function PicturePicker({
  editionId,
  label,
  pictures,
  value,
  withEmblem = false,
  onChange,
  mayChange,
}: {
  editionId: number;
  label: string;
  pictures: readonly DesignPicture[];
  value: string | null;
  /** The emblem of the settings can be chosen too. */
  withEmblem?: boolean;
  onChange: (picture: string | null) => void;
  mayChange: boolean;
}) {
  const client = useQueryClient();
  const load = useMutation({
    meta: { handlesError: true },
    mutationFn: async (file: File) => {
      const kind = findKind(new Uint8Array(await file.slice(0, kindBytes).arrayBuffer()));
      const fault = kind === "PDF" ? null : kindFault(file.name, kind, ["PNG", "JPEG", "SVG"]);
      if (fault !== null) throw new AppError("INVALID", fault);
      const picture = kind === "PDF" ? await pictureOfPdf(file) : file;
      if (picture.size > largestBytes) {
        const megabytes = Math.ceil(picture.size / 1024 / 1024);
        throw new AppError(
          "TOO_LARGE",
          `Gambar "${file.name}" berukuran ${megabytes} MB; paling besar 12 MB. Perkecil dulu.`,
        );
      }
      return api.designs.addPicture({ editionId, picture });
    },
    onSuccess: async ({ hash }) => {
      await client.invalidateQueries({ queryKey: query.designs.pictures.key({ input: { editionId } }) });
      onChange(hash);
    },
  });
  const choose = async () => {
    const file = await files.pick({ accept, label: "Gambar untuk piagam" });
    if (file) await load.mutateAsync(file);
  };
  return (
    <Input.Wrapper
      label={label}
      labelElement="div"
      description="PNG, JPEG, SVG, atau halaman pertama sebuah PDF; paling besar 12 MB."
    >
      <div className={classes.pictures} role="group" aria-label={label} style={{ marginTop: 6 }}>
        {withEmblem && (
          <UnstyledButton
            className={classes.picture}
            aria-pressed={value === "emblem"}
            onClick={() => onChange("emblem")}
          >
            Lambang
          </UnstyledButton>
        )}
        {pictures.map((picture) => (
          <UnstyledButton
            key={picture.hash}
            className={classes.picture}
            aria-pressed={value === picture.hash}
            aria-label={picture.name}
            title={picture.name}
            onClick={() => onChange(picture.hash)}
          >
            <Thumbnail editionId={editionId} picture={picture} />
          </UnstyledButton>
        ))}
      </div>
      <Button
        mt={8}
        size="compact-sm"
        variant="default"
        loading={load.isPending}
        disabled={!mayChange}
        onClick={() => void choose().catch(notifyError)}
      >
        Muat gambar…
      </Button>
    </Input.Wrapper>
  );
}

function Thumbnail({ editionId, picture }: { editionId: number; picture: DesignPicture }) {
  const file = useQuery({
    ...query.designs.picture.queryOptions({ input: { editionId, hash: picture.hash } }),
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
  return file ? <FileImage file={file} alt="" /> : null;
}
