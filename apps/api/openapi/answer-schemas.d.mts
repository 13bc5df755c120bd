/** Writes the schemas of all declared answers to a file; answers whether anything had changed. */
export function writeAnswerSchemas(target: string): boolean;
