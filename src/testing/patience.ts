import { configure } from '@testing-library/dom';

/** A quiet machine needs a hundredth of it: what is looked for is there as soon as it is drawn, and a busy one must not turn tests red. */
configure({ asyncUtilTimeout: 20_000 });
