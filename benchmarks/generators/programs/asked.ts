// What a program is asked to do.
export interface Asked {
  baseUrl: string;
  appKey: string;
  token: string;
  slow: boolean;
  orderId: number;
}
