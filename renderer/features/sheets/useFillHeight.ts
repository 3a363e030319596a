import { type RefObject, useLayoutEffect, useRef } from "react";

const footPx = 16;

/** Lets an element reach down to the foot of the window, wherever it begins. */
export function useFillHeight(): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  // What stands above may come and go with any render.
  useLayoutEffect(() => {
    if (!element.current) return;
    const top = Math.round(element.current.getBoundingClientRect().top + window.scrollY);
    element.current.style.height = `calc(100dvh - ${top + footPx}px)`;
  });
  return element;
}
