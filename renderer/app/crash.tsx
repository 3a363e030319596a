import { Button, Code, Container, Group, Stack, Text, Title } from "@mantine/core";
import { Component } from "react";
import type { ReactNode } from "react";

/** Catches a fault of the page itself: says that nothing is lost, and how to go on. */
export class CrashScreen extends Component<{ children: ReactNode }, { fault: Error | null }> {
  override state: { fault: Error | null } = { fault: null };

  static getDerivedStateFromError(fault: Error) {
    return { fault };
  }

  override render() {
    const { fault } = this.state;
    if (!fault) return this.props.children;
    return (
      <Container size="sm" py={96} component="main">
        <Stack role="alert">
          <Title order={1}>Halaman ini berhenti karena kesalahan</Title>
          <Text>
            Semua yang sudah bertanda “Tersimpan” aman. Muat ulang halaman ini; bila terulang, catat tulisan
            di bawah dan kembali ke Beranda.
          </Text>
          <Code block>{fault.message}</Code>
          <Group>
            <Button onClick={() => location.reload()}>Muat ulang</Button>
            <Button
              variant="default"
              onClick={() => {
                location.hash = "/";
                this.setState({ fault: null });
              }}
            >
              Ke daftar edisi
            </Button>
          </Group>
        </Stack>
      </Container>
    );
  }
}
