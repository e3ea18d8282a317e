/** What the validator says about one file, errors and warnings; throws where it says nothing. */
export function validateSarif(file: string): { readonly level: string; readonly rule: string; readonly text: string }[];
