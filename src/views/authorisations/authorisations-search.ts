/** What a link to the authorisations reproduces. */
export interface AuthorisationsSearch {
  readonly step?: string | undefined;
}
