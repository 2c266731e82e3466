// What both pages of the site have in their head. Pure.

/** An order with a line through it. As data: the site asks for nothing that is not its own. */
export const FAVICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#174fc0"/><path d="M4 5h8M4 8h8M4 11h5" stroke="#9dbcff" stroke-width="1.4"/><path d="M3 13 13 3" stroke="#fff" stroke-width="1.8"/></svg>',
)}`;

/** As the first thing in the head: it holds for what comes after it. */
export function withPolicy(html: string, policy: (html: string) => string): string {
  return html.replace(
    "<head>",
    () => `<head>\n  <meta http-equiv="Content-Security-Policy" content="${policy(html)}" />`,
  );
}
