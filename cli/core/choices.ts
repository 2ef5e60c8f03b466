/** What options may be; apart from the commands, so that these are loaded only when they are run. */
export const checkFormats = ['text', 'json', 'junit', 'sarif', 'markdown', 'annotations'] as const;
export const exportFormats = ['ctrf', 'vsa', 'csv'] as const;
export const shells = ['bash', 'zsh', 'fish'] as const;
