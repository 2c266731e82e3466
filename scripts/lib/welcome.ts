// What `npm start` prints: where things are and what to paste. Pure.

/** One line each, so that they can be pasted into any shell, cmd.exe included. */
export function welcome(api: string, docs: string): string {
  return `
  API mock   ${api}
  Docs       ${docs}

  Cancel an order, quick: the API takes the request, the venue is asked later
    ${cancel(api, "orders")}

  Cancel it, slow: the execution venue is asked too
    ${cancel(api, "syncorders")}

  Mistake: the app key is wrong
    ${cancel(api, "orders", "code=401, example=app-key-unknown")}

  Mistake: the order is already filled
    ${cancel(api, "orders", "code=409, example=order-already-filled")}

  Ctrl-C ends both.
`;
}

function cancel(api: string, kind: "orders" | "syncorders", prefer?: string): string {
  const headers = ["Et-App-Key: any", "Authorization: Bearer any", ...(prefer ? [`Prefer: ${prefer}`] : [])];
  const flags = headers.map((header) => `-H "${header}"`).join(" ");
  return `curl -i -X DELETE ${api}/v1.0/accounts/6303/${kind}/73552 ${flags}`;
}
