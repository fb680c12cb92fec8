export async function seedMarks(..._rest: unknown[]): Promise<void> {
  await Promise.resolve();
}
