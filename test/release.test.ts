import { describe, expect, it } from 'vitest';
import { RELEASE, releaseOf } from '../src/release.ts';

describe('releaseOf', () => {
  const facts = { version: '1.0.0', license: 'MIT' };

  it('takes the source from the repository, else from the homepage', () => {
    const repository = { url: 'git+https://example.org/glimpse.git' };
    expect(releaseOf({ ...facts, repository, homepage: 'https://example.org/home' }).source).toBe(
      'https://example.org/glimpse',
    );
    expect(releaseOf({ ...facts, homepage: 'https://example.org/home' }).source).toBe('https://example.org/home');
  });

  it('names no source that is no address', () => {
    expect(releaseOf({ ...facts, repository: 'github:someone/glimpse' }).source).toBeUndefined();
    expect(releaseOf(facts)).toEqual({ version: '1.0.0', licence: 'MIT', source: undefined });
  });

  it('knows this Glimpse', () => {
    expect(RELEASE.version).toMatch(/^\d+\.\d+\.\d+/);
  });
});
