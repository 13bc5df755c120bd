// A file of its own, so that it is loaded only when somebody asks for it.
export { KeyboardHelp } from '@runder-tisch/ui/overlay/keyboard-help';
