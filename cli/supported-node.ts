/** The range of `engines` in package.json: later releases have not been tried with the native modules. */
export function isSupportedNode(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major === 20 && minor >= 19) || (major > 20 && major < 25);
}
