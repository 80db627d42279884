// The version that this app was built as: package version and a hash of what is in it.

declare const __APP_VERSION__: string;

export const APP_VERSION = __APP_VERSION__;
