import { Tabs } from "@mantine/core";
import { useSearchParams } from "wouter";
import { useEditionId } from "../../app/edition.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { NumberingPane } from "./numbering.tsx";
import { RegisterPane } from "./registerPane.tsx";
import { ScanPane } from "./scanPane.tsx";

/** What became of the papers: seen on paper or not, every time that one went out, and how they are numbered. */
export function RegisterPage() {
  const editionId = useEditionId();
  const [params, setParams] = useSearchParams();
  const tab = params.get("bagian") ?? "periksa";
  return (
    <>
      <PageHeader
        title="Register dokumen"
        description="Tercetak berarti ada di kertas: kode setiap lembarnya dibaca dan cocok dengan catatan."
      />
      <Tabs
        key={editionId}
        value={tab}
        onChange={(value) => setParams({ bagian: value ?? "periksa" }, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="periksa">Periksa hasil cetak</Tabs.Tab>
          <Tabs.Tab value="register">Register</Tabs.Tab>
          <Tabs.Tab value="nomor">Penomoran</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="periksa">
          <ScanPane editionId={editionId} />
        </Tabs.Panel>
        <Tabs.Panel value="register">
          <RegisterPane editionId={editionId} />
        </Tabs.Panel>
        <Tabs.Panel value="nomor">
          <NumberingPane editionId={editionId} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
