// The format of scenario files as a JSON Schema, for editors and for those who write scenarios.
import { z } from 'zod';
import { caseEventSchema } from '../domain/events';
import { scenarioSchema } from './format';

export function scenarioJsonSchema(): Record<string, unknown> {
  const options = { target: 'draft-2020-12', io: 'input', unrepresentable: 'any' } as const;
  const schema = z.toJSONSchema(scenarioSchema, options) as Record<string, unknown>;
  const event = z.toJSONSchema(caseEventSchema, options) as Record<string, unknown>;
  delete event['$schema'];
  const properties = schema['properties'] as Record<string, { items?: { properties?: Record<string, unknown> } }>;
  const entry = properties['events']!.items!.properties!;
  entry['event'] = { $ref: '#/$defs/event' };
  entry['events'] = { type: 'array', maxItems: 200, items: { $ref: '#/$defs/event' } };
  return { ...schema, title: 'Scenario', $defs: { ...(schema['$defs'] as object | undefined), event } };
}
