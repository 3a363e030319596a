import { Button } from "@mantine/core";
import { IconMapPinQuestion } from "@tabler/icons-react";
import { Link } from "wouter";
import { EmptyState } from "../components/EmptyState.tsx";

/** For an address that leads nowhere, or an edition that is gone. */
export function MissingPage() {
  return (
    <EmptyState
      headingLevel={1}
      icon={IconMapPinQuestion}
      title="Halaman ini tidak ada"
      sentence="Alamatnya keliru, atau yang dituju sudah dihapus. Kembali ke daftar edisi dan buka dari sana."
      action={
        <Button component={Link} href="/">
          Ke daftar edisi
        </Button>
      }
    />
  );
}
