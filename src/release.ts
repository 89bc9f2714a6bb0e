import facts from '../package.json' with { type: 'json' };

/** What package.json may say of it; not every copy says all. */
interface Facts {
  readonly version: string;
  readonly license?: string;
  readonly homepage?: string;
  readonly repository?: string | { readonly url: string };
}

/** Which Glimpse this is. */
export interface Release {
  readonly version: string;
  /** SPDX name. */
  readonly licence: string | undefined;
  /** The address of its source, where package.json names one. */
  readonly source: string | undefined;
}

/** This Glimpse, as its package.json says. */
export const RELEASE: Release = releaseOf(facts);

/** The release that a package.json describes. Its repository is an address, as npm writes it or plain. */
export function releaseOf({ version, license, homepage, repository }: Facts): Release {
  const url = typeof repository === 'string' ? repository : repository?.url;
  const address = (url ?? homepage)?.replace(/^git\+/, '').replace(/\.git$/, '');
  return { version, licence: license, source: address?.startsWith('https://') ? address : undefined };
}
