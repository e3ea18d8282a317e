// The size above which a file is not read: 5 MB. Hand-written Python stays far below; what is larger is data.
export const maxSourceBytes = 5_000_000;
