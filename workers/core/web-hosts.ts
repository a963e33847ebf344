/** Whether the URL stays inside the hosts: the host itself or a name below it, without credentials. */
export function isInsideHosts(url: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname, username, password, protocol } = new URL(url);
  if (username !== "" || password !== "" || (protocol !== "https:" && protocol !== "http:")) return false;
  return hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}
