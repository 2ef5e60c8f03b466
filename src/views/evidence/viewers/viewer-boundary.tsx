import { Component, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  /** What is shown in place of a viewer that failed. */
  readonly fallback: (reason: string) => ReactNode;
}

interface State {
  readonly reason: string | undefined;
}

/** Keeps a file that a viewer cannot take from taking the page with it. */
export class ViewerBoundary extends Component<Props, State> {
  override readonly state: State = { reason: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { reason: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { reason } = this.state;
    return reason === undefined ? this.props.children : this.props.fallback(reason);
  }
}
