/** Areas from left to right: each calls only what stands left of it. */
export declare const areas: readonly string[];
