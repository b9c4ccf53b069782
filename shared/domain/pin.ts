/** Whether this can be a PIN: 4 to 12 digits, as the host stores it and as every keyboard types it. */
export function isPin(text: string): boolean {
  return /^[0-9]{4,12}$/.test(text);
}
