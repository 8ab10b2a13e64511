// Each message that there is, in each of its forms, as the catalogue has it, with what is filled in replaced where a test needs it.
import type { ComposeInput } from '../../../src/activities/messenger';
import { digestSample, dutySamples, meetingSamples, worker } from '../../../src/messaging/catalogue-samples';
import { dutyMessages, meetingMessages } from '../../../src/messaging/templates/words';

export type Case = readonly [name: string, input: ComposeInput];

const casesOf = (
  kinds: readonly string[],
  samples: Readonly<Record<string, { samples: readonly { name: string; input: ComposeInput }[] }>>,
): readonly Case[] =>
  kinds.flatMap((kind) => (samples[kind]?.samples ?? []).map(({ name, input }): Case => [`${kind}, ${name}`, input]));

export const toInvited = casesOf(meetingMessages, meetingSamples);
export const toOwners = casesOf(dutyMessages, dutySamples);
export const digestInput = { ...digestSample, person: worker };

export const inLanguage = <T extends Pick<ComposeInput, 'person'>>(input: T, language: string): T => ({
  ...input,
  person: { ...input.person, language },
});

/** What a reader sees of HTML: without the head, tags and entities. */
export function shownBy(html: string): string {
  return words(
    html
      .replace(/<head>[\s\S]*<\/head>/, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ENTITIES[name] ?? ''),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

/** One space between words, none before a colon that a tag stood before. */
export const words = (text: string): string =>
  text.replace(/^- /gm, '').replace(/\s+/g, ' ').replaceAll(' :', ':').trim();
