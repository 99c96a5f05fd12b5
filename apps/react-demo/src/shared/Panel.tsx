import type { ReactNode } from 'react';

interface PanelProps {
  readonly title: string;
  /** Whether the panel is a landmark that people jump to. */
  readonly region?: boolean;
  readonly children: ReactNode;
}

/** A card with a heading. */
export function Panel({ title, region = false, children }: PanelProps) {
  const content = (
    <>
      <h2 className="panel-title">{title}</h2>
      {children}
    </>
  );
  return region ? (
    <section className="panel" aria-label={title}>
      {content}
    </section>
  ) : (
    <div className="panel">{content}</div>
  );
}
