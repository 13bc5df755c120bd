export * from './confirm';
export * from './focus-keeper';
export * from './keyboard-help';
export * from './shortcuts';
export * from './side-panel';
export * from './toasts';
