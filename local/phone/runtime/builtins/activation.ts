/** What a tap on a label does to the control it belongs to. */
export const activations = new WeakMap<Element, () => void>();

/** A field of a form: its value under its name, and how to put it back. */
export type FormField = { name: () => string; value: () => unknown; reset: () => void };

export const formFields = new WeakMap<Element, FormField>();
