/** The next version of the document: what breaks callers raises the first number, everything else the second. */
export function nextVersion(version: string, isBreaking: boolean): string {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return isBreaking ? `${major + 1}.0.0` : `${major}.${minor + 1}.0`;
}

export const majorOf = (version: string): number => Number(version.split(".")[0]);
