export { CompileError } from './compiler/compile-error';
export { compilePhone, type PhoneOptions } from './compiler/compile';
export { phoneHandler } from './handler';
export { watchPhone, type WatchedPhone } from './watch';
