// Nominal types over plain values: a branded string or number can only be made by the parser that checked it.
declare const brand: unique symbol;

/** `T` that went through the checks of kind `K`. Costs nothing at run time and serialises as a plain `T`. */
export type Brand<T, K extends string> = T & { readonly [brand]: K };
