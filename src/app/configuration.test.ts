import { describe, expect, it } from 'vitest';
import { configuredPlace, readConfiguration } from './configuration.ts';

const beside = { source: { kind: 'static', url: 'bundles/' } };

function read(body: unknown, status = 200) {
  return readConfiguration(async () => Response.json(body, { status }));
}

describe('readConfiguration', () => {
  it('takes the source, the token and the project from the deployment', async () => {
    const given = { source: 'api:https://plans.example/', token: 't', project: 'bridge' };
    expect(await read(given)).toEqual({
      source: { kind: 'api', url: 'https://plans.example/' },
      token: 't',
      project: 'bridge',
    });
    expect(await read({ source: 'here/', project: '', token: 7 })).toEqual({
      source: { kind: 'static', url: 'here/' },
    });
  });

  it('is the bundles beside the page where it is absent or cannot be read', async () => {
    expect(await read({ source: 'here/' }, 404)).toEqual(beside);
    for (const body of [null, [], 7, {}, { source: '' }, { source: 7, project: 'bridge' }]) {
      expect(await read(body)).toEqual(beside);
    }
    const broken = async () => new Response('<!doctype html>');
    expect(await readConfiguration(broken)).toEqual(beside);
    const failing = async () => Promise.reject(new TypeError('no network'));
    expect(await readConfiguration(failing)).toEqual(beside);
  });
});

describe('configuredPlace', () => {
  it('opens the project where the address names no place, and never takes a link elsewhere', () => {
    const project = 'a bridge/1';
    for (const hash of ['', '#', '#/', '/']) {
      expect(configuredPlace({ project }, hash)).toBe('#/p/a%20bridge%2F1/');
      expect(configuredPlace({}, hash)).toBeUndefined();
    }
    for (const hash of ['#/p/other/graph', '#/?source=here', '#page']) {
      expect(configuredPlace({ project }, hash)).toBeUndefined();
    }
  });
});
