import type { PropsWithChildren } from 'react';
import './app.scss';

/** The entry. Screens are listed in platform/routeTable.ts. */
function App({ children }: PropsWithChildren) {
  return children;
}

export default App;
