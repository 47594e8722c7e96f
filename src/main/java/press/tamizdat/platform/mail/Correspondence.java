package press.tamizdat.platform.mail;

import java.net.URI;

/**
 * Who writes.
 *
 * @param fromAddress the address of {@code From:}
 * @param returnDomain the domain of return paths, which carry an id before the {@code @}
 * @param site where links in mails point, without a slash at the end
 */
public record Correspondence(String fromAddress, String returnDomain, URI site) {}
