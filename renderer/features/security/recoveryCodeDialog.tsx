import { Modal, Text } from "@mantine/core";
import { OneTimeCode } from "../../components/OneTimeCode.tsx";

/** The secretary's recovery code, this once; only by saying that it is on paper does one go on. */
export function RecoveryCodeDialog({ code, onDone }: { code: string | null; onDone: () => void }) {
  return (
    <Modal
      opened={code !== null}
      onClose={onDone}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      size="lg"
      title={<Text fw={600}>Edisi sudah diamankan. Kode pemulihan Anda</Text>}
    >
      {code !== null && (
        <OneTimeCode
          code={code}
          title="Kode pemulihan Lencana"
          sentences={[
            "Bila PIN sekretaris terlupa, hanya kode ini yang dapat menyetelnya kembali. Kode ini ditampilkan sekali saja.",
            "Cetak atau catat, masukkan ke amplop tertutup, dan simpan di tempat terkunci yang terpisah dari komputer ini.",
          ]}
          onDone={onDone}
        />
      )}
    </Modal>
  );
}
