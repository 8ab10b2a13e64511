// A real browser, as an invitee has one.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import axe from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

export class Chromium {
  private constructor(private readonly browser: Browser) {}

  static async start(): Promise<Chromium> {
    const folders = (process.env['PATH'] ?? '').split(delimiter);
    const executablePath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(existsSync);
    if (executablePath === undefined) throw new Error(`none of ${NAMES.join(', ')} is on the PATH`);
    // Inside a container there is no sandbox to be had; it opens our own pages only.
    return new Chromium(await chromium.launch({ executablePath, args: ['--no-sandbox'] }));
  }

  /** A page of somebody who was never here before. */
  async withPage<T>(work: (page: Page) => Promise<T>, options: BrowserContextOptions = {}): Promise<T> {
    const context = await this.browser.newContext({ locale: 'en-US', ...options });
    try {
      return await work(await context.newPage());
    } finally {
      await context.close();
    }
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}

/** What keeps somebody from using the page: ids of the rules that it breaks. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate<{ violations: { id: string }[] }>('axe.run()');
  return found.map(({ id }) => id);
}
