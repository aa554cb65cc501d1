import { type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';

/** Draws at one pixel to one, as wide as the place it has; the width is told to the drawing. */
export function Sized({
  children,
  least = 240,
}: {
  children: (width: number) => ReactNode;
  least?: number;
}): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      setWidth(Math.max(least, Math.floor(element.clientWidth)));
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [least]);
  return (
    <div ref={box} className="sized">
      {width > 0 && children(width)}
    </div>
  );
}
