import { Alert, Button, Stack } from "@mantine/core";
import { IconCamera, IconCameraOff } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";

/** Between two looks: a sheet is held still for longer than that. */
const lookEveryMs = 250;
/** The same sheet stays before the camera for a while. */
const sameForMs = 4000;

/** Reads codes off sheets held before a camera, one after the other. */
export function CameraReader({
  readFrame,
  onCode,
}: {
  readFrame: (picture: ImageData) => Promise<string[]>;
  onCode: (code: string) => Promise<void>;
}) {
  const [on, setOn] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const video = useRef<HTMLVideoElement>(null);

  useEffect(() => {
    if (!on) return undefined;
    let stream: MediaStream | null = null;
    const ended = new AbortController();
    const seen = new Map<string, number>();
    const look = async () => {
      const { frameOf } = await import("./sheetPictures.ts");
      stream = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: "environment", width: { ideal: 1920 } },
        audio: false,
      });
      const shown = video.current;
      if (ended.signal.aborted || !shown) return;
      shown.srcObject = stream;
      await shown.play();
      while (!ended.signal.aborted) {
        for (const code of shown.videoWidth > 0 ? await readFrame(frameOf(shown)) : []) {
          const now = performance.now();
          const before = seen.get(code);
          seen.set(code, now);
          if (before === undefined || now - before > sameForMs) await onCode(code);
        }
        await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
      }
    };
    look()
      .catch(() => {
        if (ended.signal.aborted) return;
        setFault(
          "Kamera tidak dapat dipakai. Sambungkan kamera dan izinkan pemakaiannya, atau pakai pemindai.",
        );
        setOn(false);
      })
      .finally(() => {
        if (ended.signal.aborted) stop(stream);
      });
    return () => {
      ended.abort();
      stop(stream);
    };
  }, [on, readFrame, onCode]);

  return (
    <Stack gap="xs">
      <Button
        variant="default"
        leftSection={on ? <IconCameraOff size={18} aria-hidden /> : <IconCamera size={18} aria-hidden />}
        onClick={() => {
          setFault(null);
          setOn(!on);
        }}
      >
        {on ? "Matikan kamera" : "Pakai kamera"}
      </Button>
      {on && (
        <video
          ref={video}
          muted
          playsInline
          aria-label="Yang dilihat kamera"
          style={{ width: "100%", borderRadius: 8 }}
        />
      )}
      {fault && (
        <Alert color="red" title="Kamera">
          {fault}
        </Alert>
      )}
    </Stack>
  );
}

function stop(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
