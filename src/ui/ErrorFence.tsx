import { Component, type ErrorInfo, type ReactNode } from 'react';
import { ErrorState } from './Notes';

interface State {
  isBroken: boolean;
}

/**
 * Keeps a fault in drawing one screen from taking the whole app with it: all screens are one React
 * tree, and without a fence the first fault leaves every page blank.
 */
export class ErrorFence extends Component<{ children: ReactNode }, State> {
  override state: State = { isBroken: false };

  static getDerivedStateFromError(): State {
    return { isBroken: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return (
      <ErrorState
        sentence="这一页没能打开，是我们的问题。您存下的内容还在。可以再试一次，或先看别的"
        onRetry={() => this.setState({ isBroken: false })}
      />
    );
  }
}
