import { mergeInternalComponents } from '@tarojs/shared';
import screenReaderAttributes from './screenReaderAttributes.json';

// Loaded by config/screenReader.ts only: the runtime's half of the attributes in the templates (the
// table is JSON because the build reads it before anything is compiled).
mergeInternalComponents(screenReaderAttributes);
