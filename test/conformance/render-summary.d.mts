export function canRender(): boolean;
export function summaryHtml(markdown: string): string;
export function summaryDom(markdown: string): string;
